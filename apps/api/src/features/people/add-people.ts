import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { newId, type InstitutionDatabase } from '@puente/database';
import type { DocumentKind, Role } from '@puente/schemas';

export interface NewPerson {
  role: Role;
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  studentCode: string | null;
  documentKind: DocumentKind | null;
  documentNumber: string | null;
  email: string | null;
  campusId: string | null;
  confirmed: boolean;
}

export interface AddedPerson {
  personId: string;
  membershipId: string;
  /** Students only. */
  learnerKey: string | null;
}

/**
 * Adds people with their membership and, for students, their learner key. Undefined where somebody has one of the
 * student codes or documents already: the caller throws, and nothing is kept. A demonstration holds nobody real.
 */
export const addPeople = async (
  db: InstitutionDatabase,
  news: NewPerson[],
  now: Date,
): Promise<AddedPerson[] | undefined> => {
  const added = news.map((person) => ({
    ...person,
    personId: newId(now.getTime()),
    membershipId: newId(now.getTime()),
    learnerKey: person.role === 'student' ? randomUUID() : null,
  }));
  if (added.length === 0) return [];
  const { rowCount } = await db.execute(sql`
    insert into people (institution_id, id, given_names, first_surname, second_surname, student_code, document_kind,
      document_number, email, campus_id, confirmed, synthetic, created_at)
    select i.id, r."personId", r."givenNames", r."firstSurname", r."secondSurname", r."studentCode", r."documentKind",
      r."documentNumber", r.email, r."campusId", r.confirmed, i.demonstration, ${now.toISOString()}::timestamptz
    from institutions i, jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as r("personId" uuid, "givenNames" text,
      "firstSurname" text, "secondSurname" text, "studentCode" text, "documentKind" text, "documentNumber" text,
      email text, "campusId" uuid, confirmed boolean)
    where i.id = ${db.institutionId}
    on conflict do nothing`);
  if (rowCount !== added.length) return undefined;
  await addMemberships(db, added, now);
  return added;
};

/** Gives people a membership, or back one that had ended. */
export const addMemberships = async (
  db: InstitutionDatabase,
  added: (AddedPerson & { role: Role })[],
  now: Date,
): Promise<void> => {
  if (added.length === 0) return;
  const at = now.toISOString();
  const records = sql`jsonb_to_recordset(${JSON.stringify(added)}::jsonb)
    as r("personId" uuid, "membershipId" uuid, role text, "learnerKey" uuid)`;
  await db.execute(sql`
    insert into memberships (institution_id, id, person_id, role, created_at)
    select ${db.institutionId}::uuid, r."membershipId", r."personId", r.role, ${at}::timestamptz from ${records}
    on conflict (institution_id, person_id, role) do update set ended_at = null`);
  await db.execute(sql`
    insert into learner_links (institution_id, learner_key, membership_id, created_at)
    select ${db.institutionId}::uuid, r."learnerKey", r."membershipId", ${at}::timestamptz from ${records}
    where r."learnerKey" is not null
    on conflict do nothing`);
};

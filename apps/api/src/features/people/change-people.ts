import { sql } from 'drizzle-orm';
import type { InstitutionDatabase } from '@puente/database';
import type { NewPerson } from './add-people.ts';

export type ChangedPerson = Omit<NewPerson, 'role'> & { personId: string };

/** Writes the whole record of people who exist. */
export const changePeople = async (db: InstitutionDatabase, changed: ChangedPerson[]): Promise<void> => {
  if (changed.length === 0) return;
  const { rowCount } = await db.execute(sql`
    update people p set given_names = r."givenNames", first_surname = r."firstSurname", second_surname = r."secondSurname",
      student_code = r."studentCode", document_kind = r."documentKind", document_number = r."documentNumber",
      email = r.email, campus_id = r."campusId", confirmed = r.confirmed
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r("personId" uuid, "givenNames" text,
      "firstSurname" text, "secondSurname" text, "studentCode" text, "documentKind" text, "documentNumber" text,
      email text, "campusId" uuid, confirmed boolean)
    where p.institution_id = ${db.institutionId} and p.id = r."personId"`);
  if (rowCount !== changed.length) throw new Error('A person to change has gone');
};

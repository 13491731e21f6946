import { sql, type SQL } from 'drizzle-orm';
import type { InstitutionDatabase } from '@puente/database';
import type { Person, Role } from '@puente/schemas';
import { fullNameOf } from '../accounts/get-me.ts';

const pageSize = 50;

interface Search {
  search?: string | undefined;
  role?: Role | undefined;
  personId?: string | undefined;
  page: number;
}

// In SQL, so that a search is one statement; without extensions, so that any PostgreSQL will do.
const folded = (text: SQL) =>
  sql`lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;
/** Ñ between N and O, as a Spanish list has it. */
const inSpanishOrder = (text: SQL) => folded(sql`regexp_replace(normalize(${text}, NFC), '[ñÑ]', 'n~', 'g')`);

const columns = sql`
  p.id as "personId", m.id as "membershipId", m.role, p.given_names as "givenNames", p.first_surname as "firstSurname",
  p.second_surname as "secondSurname", p.student_code as "studentCode", p.email, c.name as campus, p.confirmed,
  m.account_id is not null as activated, p.synthetic`;

const tables = sql`
  memberships m
  join people p on p.institution_id = m.institution_id and p.id = m.person_id
  left join campuses c on c.institution_id = p.institution_id and c.id = p.campus_id`;

const withFullName = (row: Omit<Person, 'fullName'>): Person => ({ ...row, fullName: fullNameOf(row) });

/** Every word of the search must occur in code, names or e-mail. */
export const listPeople = async (
  db: InstitutionDatabase,
  { search = '', role, personId, page }: Search,
): Promise<{ people: Person[]; total: number; page: number; pageSize: number }> => {
  const text = folded(
    sql`concat_ws(' ', p.student_code, p.given_names, p.first_surname, p.second_surname, p.email)`,
  );
  const words = search.split(/\s+/).filter(Boolean);
  const which = sql.join(
    [
      sql`m.institution_id = ${db.institutionId} and m.ended_at is null and p.erased_at is null`,
      ...(role ? [sql`m.role = ${role}`] : []),
      ...(personId ? [sql`p.id = ${personId}`] : []),
      ...words.map((word) => sql`strpos(${text}, ${folded(sql`${word}::text`)}) > 0`),
    ],
    sql` and `,
  );
  const counted = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from ${tables} where ${which}`,
  );
  const { rows } = await db.execute<Omit<Person, 'fullName'> & Record<string, unknown>>(sql`
    select ${columns} from ${tables} where ${which}
    order by ${inSpanishOrder(sql`p.first_surname`)}, ${inSpanishOrder(sql`coalesce(p.second_surname, '')`)},
      ${inSpanishOrder(sql`p.given_names`)}, m.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`);
  return { people: rows.map(withFullName), total: counted.rows[0]!.total, page, pageSize };
};

export const getPerson = async (db: InstitutionDatabase, membershipId: string): Promise<Person> => {
  const { rows } = await db.execute<Omit<Person, 'fullName'> & Record<string, unknown>>(sql`
    select ${columns} from ${tables} where m.institution_id = ${db.institutionId} and m.id = ${membershipId}`);
  if (!rows[0]) throw new Error('A membership that was just written is not there');
  return withFullName(rows[0]);
};

import { sql } from 'drizzle-orm';
import type { InstitutionDatabase } from '@puente/database';
import type { CohortStudent } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { fullNameOf } from '../accounts/get-me.ts';
import { bySurname } from '../people/by-surname.ts';
import { getCohortFor } from './get-cohort-for.ts';

type Row = Omit<CohortStudent, 'fullName' | 'lastSeen'> & { lastSeen: string | null } & Record<
    string,
    unknown
  >;

/** Who is in the cohort now, in the order of a class list. */
export const listStudents = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
): Promise<CohortStudent[]> => {
  await getCohortFor(db, actor, cohortId);
  const { rows } = await db.execute<Row>(sql`
    select m.id as "membershipId", p.given_names as "givenNames", p.first_surname as "firstSurname",
      p.second_surname as "secondSurname", p.student_code as "studentCode", e.confirmed,
      m.account_id is not null as activated, p.synthetic,
      (select max(a.started_at) from attempts a
        where a.institution_id = e.institution_id and a.learner_key = e.learner_key and a.course_id in (
          select k.course_id from cohort_courses k
          where k.institution_id = e.institution_id and k.cohort_id = e.cohort_id)) as "lastSeen"
    from enrolments e
    join learner_links l on l.institution_id = e.institution_id and l.learner_key = e.learner_key
    join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
    join people p on p.institution_id = m.institution_id and p.id = m.person_id
    where e.institution_id = ${db.institutionId} and e.cohort_id = ${cohortId} and e.left_at is null`);
  return rows.sort(bySurname).map((row) => ({
    ...row,
    fullName: fullNameOf(row),
    lastSeen: row.lastSeen && new Date(row.lastSeen).toISOString(),
  }));
};

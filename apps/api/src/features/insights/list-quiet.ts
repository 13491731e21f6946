import type { InstitutionDatabase } from '@puente/database';
import type { CohortInsights } from '@puente/schemas';
import { fullNameOf } from '../accounts/get-me.ts';

const quietDays = 14;
const mostNamed = 100;
const surnames = new Intl.Collator('es');

/** Who went quiet: no names, which an erasure must be able to take back. */
export interface QuietMember {
  membershipId: string;
  lastSeen: string | null;
}

/** Who in the section began, answered and read nothing in 14 days; the ids of the first hundred, by surname. */
export const listQuiet = async (
  db: InstitutionDatabase,
  cohortId: string,
  now: Date,
): Promise<{ people: number; first: QuietMember[] }> => {
  const { rows } = await db.$client.query<{
    membershipId: string;
    firstSurname: string;
    secondSurname: string | null;
    givenNames: string;
    lastSeen: Date | null;
  }>(
    `select m.id as "membershipId", p.given_names as "givenNames", p.first_surname as "firstSurname",
       p.second_surname as "secondSurname", seen.at as "lastSeen"
     from enrolments e
     join learner_links l on l.institution_id = e.institution_id and l.learner_key = e.learner_key
     join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     join people p on p.institution_id = m.institution_id and p.id = m.person_id
     cross join lateral (select greatest(
       (select max(a.started_at) from attempts a where a.institution_id = e.institution_id and a.learner_key = e.learner_key),
       (select r.received_at from responses r
          where r.institution_id = e.institution_id and r.learner_key = e.learner_key order by r.id desc limit 1),
       (select max(g.updated_at) from lesson_progress g
          where g.institution_id = e.institution_id and g.learner_key = e.learner_key)) as at) seen
     where e.institution_id = $1 and e.cohort_id = $2 and e.left_at is null and p.erased_at is null and m.ended_at is null
       and coalesce(seen.at, e.enrolled_at) < $3`,
    [db.institutionId, cohortId, new Date(now.getTime() - quietDays * 86_400_000)],
  );
  rows.sort(
    (a, b) =>
      surnames.compare(a.firstSurname, b.firstSurname) ||
      surnames.compare(a.secondSurname ?? '', b.secondSurname ?? '') ||
      surnames.compare(a.givenNames, b.givenNames) ||
      (a.membershipId < b.membershipId ? -1 : 1),
  );
  return {
    people: rows.length,
    first: rows.slice(0, mostNamed).map(({ membershipId, lastSeen }) => ({
      membershipId,
      lastSeen: lastSeen?.toISOString() ?? null,
    })),
  };
};

/** Their names as they are now, in the same order. */
export const nameQuiet = async (
  db: InstitutionDatabase,
  quiet: readonly QuietMember[],
): Promise<CohortInsights['quiet']> => {
  if (quiet.length === 0) return [];
  const { rows } = await db.$client.query<{
    membershipId: string;
    givenNames: string;
    firstSurname: string;
    secondSurname: string | null;
  }>(
    `select m.id as "membershipId", p.given_names as "givenNames", p.first_surname as "firstSurname",
       p.second_surname as "secondSurname"
     from memberships m join people p on p.institution_id = m.institution_id and p.id = m.person_id
     where m.institution_id = $1 and m.id = any($2::uuid[]) and p.erased_at is null and m.ended_at is null`,
    [db.institutionId, quiet.map(({ membershipId }) => membershipId)],
  );
  const people = new Map(rows.map((row) => [row.membershipId, row]));
  return quiet.flatMap(({ membershipId, lastSeen }) => {
    const person = people.get(membershipId);
    return person ? [{ membershipId, fullName: fullNameOf(person), lastSeen }] : [];
  });
};

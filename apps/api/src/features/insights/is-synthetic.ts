import type { InstitutionDatabase } from '@puente/database';

/** True if anybody in a section is made up. */
export const isSynthetic = async (db: InstitutionDatabase, cohortId: string): Promise<boolean> => {
  const { rows } = await db.$client.query<{ synthetic: boolean }>(
    `select exists (select from enrolments e
       join learner_links l on l.institution_id = e.institution_id and l.learner_key = e.learner_key
       join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
       join people p on p.institution_id = m.institution_id and p.id = m.person_id
       where e.institution_id = $1 and e.cohort_id = $2 and p.synthetic) as synthetic`,
    [db.institutionId, cohortId],
  );
  return rows[0]!.synthetic;
};

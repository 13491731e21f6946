import type { InstitutionDatabase } from '@puente/database';

/**
 * Says that the answers of these attempts changed: the analyses of their sittings are due, and of every section that
 * shows them. In key order, after the counts: two folds wait for each other and never cross.
 */
export const markDue = async (db: InstitutionDatabase, attemptIds: readonly string[]): Promise<void> => {
  const values = [db.institutionId, attemptIds];
  await db.$client.query(
    `insert into sitting_analyses (institution_id, sitting_id, revision)
     select distinct $1::uuid, sitting_id, 1 from attempts
     where institution_id = $1 and id = any($2::uuid[]) and sitting_id is not null order by 2
     on conflict (institution_id, sitting_id) do update set revision = sitting_analyses.revision + 1`,
    values,
  );
  await db.$client.query(
    `with touched as (
       select distinct learner_key, cohort_id, course_id from attempts where institution_id = $1 and id = any($2::uuid[])),
     shown as (
       select cohort_id, course_id from touched
       union
       select e.cohort_id, t.course_id from touched t
       join enrolments e on e.institution_id = $1 and e.learner_key = t.learner_key
       join cohort_courses k on k.institution_id = $1 and k.cohort_id = e.cohort_id and k.course_id = t.course_id)
     ${dueStatement}`,
    values,
  );
};

/** Says that the people of a section changed. */
export const markCohortDue = async (db: InstitutionDatabase, cohortId: string): Promise<void> => {
  await db.$client.query(
    `with shown as (select cohort_id, course_id from cohort_courses where institution_id = $1 and cohort_id = $2)
     ${dueStatement}`,
    [db.institutionId, cohortId],
  );
};

/** Says that people rated themselves beside a sitting: only the section shows that. */
export const markSittingDue = async (db: InstitutionDatabase, sittingId: string): Promise<void> => {
  await db.$client.query(
    `with shown as (select cohort_id, course_id from sittings where institution_id = $1 and id = $2)
     ${dueStatement}`,
    [db.institutionId, sittingId],
  );
};

// A comparison's answers show on the page of the section that it is compared with, too.
const dueStatement = `
  insert into cohort_analyses (institution_id, cohort_id, course_id, revision)
  select $1::uuid, cohort_id, course_id, 1 from (
    select cohort_id, course_id from shown
    union
    select c.comparison_for, s.course_id from shown s
    join cohorts c on c.institution_id = $1 and c.id = s.cohort_id and c.comparison_for is not null) every_one
  order by 2, 3
  on conflict (institution_id, cohort_id, course_id) do update set revision = cohort_analyses.revision + 1`;

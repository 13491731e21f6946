import type { InstitutionDatabase } from '@puente/database';

/** The courses that a learner takes now; who is in a comparison takes its forms, and not yet its course. */
export const listTakenCourses = async (
  db: InstitutionDatabase,
  learnerKey: string,
): Promise<{ taken: string[]; later: string[] }> => {
  const { rows } = await db.$client.query<{ courseId: string; taken: boolean }>(
    `select k.course_id as "courseId", bool_or(c.comparison_for is null) as taken
     from enrolments e
     join cohorts c on c.institution_id = e.institution_id and c.id = e.cohort_id
     join cohort_courses k on k.institution_id = e.institution_id and k.cohort_id = e.cohort_id
     where e.institution_id = $1 and e.learner_key = $2 and e.left_at is null
     group by k.course_id order by k.course_id`,
    [db.institutionId, learnerKey],
  );
  const of = (taken: boolean) => rows.filter((row) => row.taken === taken).map(({ courseId }) => courseId);
  return { taken: of(true), later: of(false) };
};

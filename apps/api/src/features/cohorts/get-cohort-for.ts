import { and, eq, exists, sql } from 'drizzle-orm';
import { cohortFaculty, cohorts, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { NotFound } from '../../errors.ts';

export type Cohort = typeof cohorts.$inferSelect & { courseIds: string[] };

/**
 * The cohort, if this person works with it: faculty with those they teach, staff and administrators with every
 * one of their institution. To anybody else there is no such cohort.
 */
export const getCohortFor = async (
  db: InstitutionDatabase,
  actor: Pick<Actor, 'role' | 'membershipId'>,
  cohortId: string,
): Promise<Cohort> => {
  if (actor.role === 'student') throw new NotFound('cohort');
  const teaches = db
    .select({ membershipId: cohortFaculty.membershipId })
    .from(cohortFaculty)
    .where(
      and(
        eq(cohortFaculty.institutionId, cohorts.institutionId),
        eq(cohortFaculty.cohortId, cohorts.id),
        eq(cohortFaculty.membershipId, actor.membershipId),
      ),
    );
  const [found] = await db
    .select({
      cohort: cohorts,
      courseIds: sql<string[]>`array(select k.course_id from cohort_courses k
        where k.institution_id = ${cohorts.institutionId} and k.cohort_id = ${cohorts.id} order by 1)`,
    })
    .from(cohorts)
    .where(
      and(
        eq(cohorts.institutionId, db.institutionId),
        eq(cohorts.id, cohortId),
        actor.role === 'faculty' ? exists(teaches) : undefined,
      ),
    );
  if (!found) throw new NotFound('cohort');
  return { ...found.cohort, courseIds: found.courseIds };
};

import { and, desc, eq, isNull } from 'drizzle-orm';
import { cohortCourses, cohorts, enrolments, type InstitutionDatabase } from '@puente/database';

/** The cohort through which a learner takes a course now; the latest where there are several. */
export const findEnrolment = async (
  db: InstitutionDatabase,
  learnerKey: string,
  courseId: string,
): Promise<{ cohortId: string } | undefined> => {
  const [enrolment] = await db
    .select({ cohortId: enrolments.cohortId })
    .from(enrolments)
    .innerJoin(
      cohortCourses,
      and(
        eq(cohortCourses.institutionId, enrolments.institutionId),
        eq(cohortCourses.cohortId, enrolments.cohortId),
      ),
    )
    .innerJoin(
      cohorts,
      and(eq(cohorts.institutionId, enrolments.institutionId), eq(cohorts.id, enrolments.cohortId)),
    )
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        eq(enrolments.learnerKey, learnerKey),
        eq(cohortCourses.courseId, courseId),
        isNull(enrolments.leftAt),
        // A comparison takes the forms without the course.
        isNull(cohorts.comparisonFor),
      ),
    )
    .orderBy(desc(enrolments.enrolledAt))
    .limit(1);
  return enrolment;
};

import { and, eq } from 'drizzle-orm';
import { practicePackage } from '@puente/content/practice';
import { cohortCourses, cohortFaculty, type InstitutionDatabase } from '@puente/database';
import type { Language } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Forbidden } from '../../errors.ts';
import { findEnrolment } from '../attempts/find-enrolment.ts';

/** A module's practice with its keys: for enrolled students and for those who teach the course. */
export const getModulePackage = async (
  db: InstitutionDatabase,
  actor: Actor,
  { courseId, moduleId }: { courseId: string; moduleId: string },
  language: Language,
  { catalogue }: Context,
) => {
  const module = catalogue.getAnyModule(courseId, moduleId);
  const entitled = actor.learnerKey
    ? (await findEnrolment(db, actor.learnerKey, courseId)) !== undefined
    : await teaches(db, actor, courseId);
  if (!entitled)
    throw new Forbidden('not_enrolled', 'This is for enrolled students and those who teach the course.');
  return practicePackage({ courses: catalogue.courses }, module.id, language);
};

const teaches = async (db: InstitutionDatabase, actor: Actor, courseId: string): Promise<boolean> => {
  const [found] = await db
    .select({ cohortId: cohortFaculty.cohortId })
    .from(cohortFaculty)
    .innerJoin(
      cohortCourses,
      and(
        eq(cohortCourses.institutionId, cohortFaculty.institutionId),
        eq(cohortCourses.cohortId, cohortFaculty.cohortId),
      ),
    )
    .where(
      and(
        eq(cohortFaculty.institutionId, db.institutionId),
        eq(cohortFaculty.membershipId, actor.membershipId),
        eq(cohortCourses.courseId, courseId),
      ),
    )
    .limit(1);
  return found !== undefined;
};

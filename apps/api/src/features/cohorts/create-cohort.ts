import { and, eq, inArray, isNull } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  campuses,
  cohortCourses,
  cohortFaculty,
  cohorts,
  memberships,
  type InstitutionDatabase,
} from '@puente/database';
import type { Cohort, createCohort as endpoint } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { cleanText } from '../people/clean-text.ts';
import { makeCohortCode } from './renew-code.ts';
import { showCohort } from './show-cohorts.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;

/** Opens a cohort with its code; faculty who open one teach it. */
export const createCohort = async (
  db: InstitutionDatabase,
  actor: Actor,
  input: Input,
  { catalogue, now }: Context,
): Promise<Cohort> => {
  const wrong = (field: string, message: string) => new Invalid('invalid', message, [{ field, message }]);
  const courseIds = [...new Set(input.courseIds)];
  const unknown = courseIds.find((id) => !catalogue.courses.some((course) => course.id === id));
  if (unknown) throw wrong('courseIds', `There is no course ${unknown}.`);
  if (input.endsOn < input.startsOn) throw wrong('endsOn', 'The cohort must end on or after its first day.');
  if (input.campusId) {
    const [campus] = await db
      .select({ id: campuses.id })
      .from(campuses)
      .where(and(eq(campuses.institutionId, db.institutionId), eq(campuses.id, input.campusId)));
    if (!campus) throw wrong('campusId', 'There is no such campus.');
  }
  const facultyIds = [
    ...new Set([
      ...(actor.role === 'faculty' ? [actor.membershipId] : []),
      ...(input.facultyMembershipIds ?? []),
    ]),
  ];
  if (facultyIds.length > 0) {
    const found = await db
      .select({ id: memberships.id })
      .from(memberships)
      .where(
        and(
          eq(memberships.institutionId, db.institutionId),
          inArray(memberships.id, facultyIds),
          eq(memberships.role, 'faculty'),
          isNull(memberships.endedAt),
        ),
      );
    if (found.length !== facultyIds.length)
      throw wrong('facultyMembershipIds', 'Not all of these are faculty of the institution.');
  }

  const name = cleanText(input.name);
  const term = cleanText(input.term);
  if (!name) throw wrong('name', 'Write a name.');
  if (!term) throw wrong('term', 'Write the term.');
  const [cohort] = await db
    .insert(cohorts)
    .values({
      institutionId: db.institutionId,
      name,
      term,
      campusId: input.campusId ?? null,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: cohorts.id });
  if (!cohort) {
    const message = 'The term has a cohort of this name already.';
    throw new Conflict('cohort_exists', message, [{ field: 'name', message }]);
  }
  const ofCohort = { institutionId: db.institutionId, cohortId: cohort.id };
  await db.insert(cohortCourses).values(courseIds.map((courseId) => ({ ...ofCohort, courseId })));
  if (facultyIds.length > 0)
    await db.insert(cohortFaculty).values(facultyIds.map((membershipId) => ({ ...ofCohort, membershipId })));
  await makeCohortCode(db, cohort.id, now);
  await audit(db, actor, now, {
    act: 'cohort.create',
    subjectKind: 'cohort',
    subjectId: cohort.id,
    detail: { courseIds, facultyMembershipIds: facultyIds },
  });
  return showCohort(db, cohort.id, catalogue);
};

import { and, eq } from 'drizzle-orm';
import { examDates, institutions, type InstitutionDatabase } from '@puente/database';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Forbidden, Invalid } from '../../errors.ts';
import { findEnrolment } from '../attempts/find-enrolment.ts';
import { addDays, dayOf, localClock } from '../review/local-clock.ts';

const daysAhead = 366;

interface Input {
  courseId: string;
  on: string | null;
}

/** Says when the exam of a course is; null takes the date back. */
export const setExam = async (
  db: InstitutionDatabase,
  actor: Actor,
  { courseId, on }: Input,
  { now }: Context,
): Promise<{ on: string | null }> => {
  const learnerKey = learnerKeyOf(actor);
  if (!(await findEnrolment(db, learnerKey, courseId)))
    throw new Forbidden('not_enrolled', 'You are not enrolled in this course.');
  const { institutionId } = db;
  if (on === null) {
    await db
      .delete(examDates)
      .where(
        and(
          eq(examDates.institutionId, institutionId),
          eq(examDates.learnerKey, learnerKey),
          eq(examDates.courseId, courseId),
        ),
      );
    return { on };
  }
  const [institution] = await db
    .select({ timeZone: institutions.timeZone })
    .from(institutions)
    .where(eq(institutions.id, institutionId));
  const today = dayOf(localClock(now, institution!.timeZone));
  if (on < today || on > addDays(today, daysAhead)) {
    const message = `Give a day from today to ${daysAhead} days from now.`;
    throw new Invalid('invalid', message, [{ field: 'on', message }]);
  }
  const date = { examOn: on, updatedAt: now };
  await db
    .insert(examDates)
    .values({ institutionId, learnerKey, courseId, ...date })
    .onConflictDoUpdate({
      target: [examDates.institutionId, examDates.learnerKey, examDates.courseId],
      set: date,
    });
  return { on };
};

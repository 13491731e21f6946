import { sql } from 'drizzle-orm';
import { lessonProgress, type InstitutionDatabase } from '@puente/database';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Forbidden, NotFound } from '../../errors.ts';
import { findEnrolment } from '../attempts/find-enrolment.ts';

interface Input {
  courseId: string;
  lessonId: string;
  finished: boolean;
  place?: string | undefined;
}

/** Marks a lesson as read, or remembers the place in it; what was finished stays so. */
export const finishLesson = async (
  db: InstitutionDatabase,
  actor: Actor,
  input: Input,
  { catalogue, now }: Context,
) => {
  const learnerKey = learnerKeyOf(actor);
  if (catalogue.lessons.get(input.lessonId)?.courseId !== input.courseId) throw new NotFound('lesson');
  if (!(await findEnrolment(db, learnerKey, input.courseId)))
    throw new Forbidden('not_enrolled', 'You are not enrolled in this course.');
  const [row] = await db
    .insert(lessonProgress)
    .values({
      institutionId: db.institutionId,
      learnerKey,
      courseId: input.courseId,
      lessonId: input.lessonId,
      place: input.place ?? null,
      finishedAt: input.finished ? now : null,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [
        lessonProgress.institutionId,
        lessonProgress.learnerKey,
        lessonProgress.courseId,
        lessonProgress.lessonId,
      ],
      set: {
        place: sql`coalesce(excluded.place, ${lessonProgress.place})`,
        finishedAt: sql`coalesce(${lessonProgress.finishedAt}, excluded.finished_at)`,
        updatedAt: now,
      },
    })
    .returning({ finishedAt: lessonProgress.finishedAt, place: lessonProgress.place });
  return { finished: row!.finishedAt !== null, place: row!.place };
};

import { dailyReviews } from '@puente/schemas';
import type { InstitutionDatabase } from '@puente/database';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { listLearnerHistory } from '../attempts/learner-history.ts';
import { listTakenCourses } from '../courses/list-taken-courses.ts';
import { readDayReview } from './get-review.ts';
import { interleave, type DueItem } from './review-queue.ts';

/**
 * The questions of a review run in one course: what is left of the day's, or as many as the student asks for, since
 * who wants more may have it.
 */
export const chooseReviewItems = async (
  db: InstitutionDatabase,
  learnerKey: string,
  courseId: string,
  size: number | undefined,
  context: Context,
): Promise<string[]> => {
  const { taken } = await listTakenCourses(db, learnerKey);
  const history = await listLearnerHistory(db, context.catalogue, learnerKey);
  const { due, left } = await readDayReview(db, taken, history, 'es', context);
  const ofCourse = (entries: readonly DueItem[]) => entries.filter((entry) => entry.courseId === courseId);
  const own = ofCourse(due);
  if (own.length === 0)
    throw new Conflict('nothing_due', 'Nothing is due for review in this course today; practise instead.');
  const dose = ofCourse(due.slice(0, left));
  const asked = size === undefined && dose.length > 0 ? dose : own.slice(0, size ?? dailyReviews);
  return interleave(asked).map(({ itemId }) => itemId);
};

import { eq } from 'drizzle-orm';
import { institutions, type InstitutionDatabase } from '@puente/database';
import type { Language, Review } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { estimateConcepts, misfitOf } from '../attempts/concept-estimates.ts';
import { listLearnerHistory, type HistoryEntry } from '../attempts/learner-history.ts';
import { listTakenCourses } from '../courses/list-taken-courses.ts';
import { dayReview } from './day-review.ts';

/** The review of a learner's day, from the answers. */
export const readDayReview = async (
  db: InstitutionDatabase,
  taken: readonly string[],
  history: readonly HistoryEntry[],
  language: Language,
  { catalogue, now }: Context,
) => {
  const [institution] = await db
    .select({ timeZone: institutions.timeZone })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  const estimates = estimateConcepts(history, catalogue);
  const { timeZone } = institution!;
  const review = dayReview({
    courses: catalogue.courses.filter(({ id }) => taken.includes(id)),
    history,
    misfit: (id) => misfitOf(catalogue.items.get(id), estimates),
    timeZone,
    now,
    language,
  });
  return { ...review, timeZone };
};

/** A student's own review: what the day asks and what comes. */
export const getReview = async (
  db: InstitutionDatabase,
  actor: Actor,
  language: Language,
  context: Context,
): Promise<Review> => {
  const learnerKey = learnerKeyOf(actor);
  const { taken } = await listTakenCourses(db, learnerKey);
  const history = await listLearnerHistory(db, context.catalogue, learnerKey);
  const { today, due, coming, answeredToday, left, back, dose } = await readDayReview(
    db,
    taken,
    history,
    language,
    context,
  );
  const titleOf = (id: string) => context.catalogue.concepts.get(id)!.title[language];
  return {
    today,
    dose,
    due: due.slice(0, left).map(({ conceptId, courseId, why, on }) => ({
      conceptId,
      title: titleOf(conceptId),
      courseId,
      why,
      on,
    })),
    answeredToday,
    more: [...new Set(due.slice(left).map(({ courseId }) => courseId))].map((courseId) => ({
      courseId,
      title: context.catalogue.getCourse(courseId).title[language],
    })),
    back,
    coming: [...Map.groupBy(coming, ({ on }) => on)].map(([on, concepts]) => ({
      on,
      concepts: concepts.map(({ conceptId }) => ({ id: conceptId, title: titleOf(conceptId) })),
    })),
  };
};

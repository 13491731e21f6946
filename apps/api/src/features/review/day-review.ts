import { dailyReviews, type ReviewDose } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import type { HistoryEntry } from '../attempts/learner-history.ts';
import { addDays, dayOf, localClock } from './local-clock.ts';
import { reviewQueue, type DueItem } from './review-queue.ts';

type Course = Catalogue['courses'][number];

interface Learner {
  /** The courses that the learner takes. */
  courses: readonly Course[];
  history: readonly HistoryEntry[];
  misfit: (itemId: string) => number;
  timeZone: string;
  now: Date;
  language: 'es' | 'en';
}

interface DayReview {
  today: string;
  due: DueItem[];
  coming: { conceptId: string; on: string }[];
  answeredToday: number;
  /** How many more questions the day asks at most. */
  left: number;
  back: boolean;
  dose: ReviewDose[];
}

/** Without an answer for this many days, the way back is ten minutes. */
const daysAway = 7;

/** A learner's review on a day: what is due, what the day's measure leaves of it, and what comes. Pure. */
export const dayReview = ({ courses, history, misfit, timeZone, now, language }: Learner): DayReview => {
  const today = dayOf(localClock(now, timeZone));
  const answers = history.map((entry) => ({
    ...entry,
    answeredAt: localClock(entry.answeredAt, timeZone),
  }));
  const items = courses.flatMap((course) =>
    course.modules.flatMap((module) =>
      (module.status === 'open' ? module.practice : module.questions).map(({ id, concepts }) => ({
        id,
        concepts,
        courseId: course.id,
      })),
    ),
  );
  const { due, coming } = reviewQueue({ items, history: answers, today, misfit });
  const answeredToday = answers.filter(
    ({ kind, answeredAt }) => kind === 'review' && dayOf(answeredAt) === today,
  ).length;
  const left = Math.max(0, dailyReviews - answeredToday);
  const last = answers.at(-1);
  const back = due.length > 0 && last !== undefined && dayOf(last.answeredAt) <= addDays(today, -daysAway);
  const dose = [...Map.groupBy(due.slice(0, left), ({ courseId }) => courseId)].map(([courseId, own]) => ({
    courseId,
    title: courses.find(({ id }) => id === courseId)!.title[language],
    items: own.length,
    back,
  }));
  return { today, due, coming, answeredToday, left, back, dose };
};

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Language } from './words.ts';

/** Reviews in a day, unless the student asks for more. */
export const dailyReviews = 10;

/** A part of the day's review: what one run asks, since an attempt is of one course. */
export const ReviewDose = z.object({
  courseId: z.string(),
  title: z.string(),
  items: z.int(),
  back: z.boolean(),
});
export type ReviewDose = z.infer<typeof ReviewDose>;

/** It misled; a question was missed; or it is time to bring the concept back. */
export const reviewReasons = ['espejismo', 'missed', 'concept'] as const;

const LocalDay = z.iso.date();

export const Review = z.object({
  /** By the institution's clock, as every day here. */
  today: LocalDay,
  dose: z.array(ReviewDose),
  /** What the dose asks, in the order of its weight. */
  due: z.array(
    z.object({
      conceptId: z.string(),
      title: z.string(),
      courseId: z.string(),
      why: z.enum(reviewReasons),
      /** The day it fell due. */
      on: LocalDay,
    }),
  ),
  answeredToday: z.int(),
  /** Where more is due than the day asks: it may wait, and the student may go on. Never how much. */
  more: z.array(z.object({ courseId: z.string(), title: z.string() })),
  /** No answer for a week. */
  back: z.boolean(),
  /** What falls due on the days after today, first to last. */
  coming: z.array(
    z.object({ on: LocalDay, concepts: z.array(z.object({ id: z.string(), title: z.string() })) }),
  ),
});
export type Review = z.infer<typeof Review>;

export const getReview = endpoint({
  method: 'GET',
  path: '/api/review',
  summary: "A student's own review: what is due today, what comes on which day, worked out from the answers",
  query: z.object({ language: Language }),
  response: Review,
});

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { SetAsideReason } from './responses.ts';
import { TimeDecision } from './sittings.ts';
import { Id, Instant, Language, Wave } from './words.ts';

const query = z.object({ language: Language });

export const CalibrationDot = z.object({
  level: z.int(),
  /** Mean probability meant by this level. */
  forecast: z.number(),
  responses: z.int(),
  /** Share right; null: too little data. */
  observed: z.nullable(z.number()),
  interval: z.nullable(z.tuple([z.number(), z.number()])),
});

/** A student's own sitting, by objective; items and keys never. */
export const SittingResult = z.object({
  sittingId: Id,
  attemptId: Id,
  courseId: z.string(),
  courseTitle: z.string(),
  wave: Wave,
  takenAt: Instant,
  /** Running: it may still be answered, and says nothing yet. */
  state: z.enum(['running', 'waiting', 'visible']),
  /** No mark for an opening form; null before release otherwise. */
  right: z.nullable(z.int()),
  items: z.int(),
  scorePercent: z.nullable(z.number()),
  grade: z.nullable(z.number()),
  objectives: z.array(
    z.object({ id: z.string(), text: z.string(), items: z.int(), right: z.nullable(z.number()) }),
  ),
  receipts: z.int(),
});
export type SittingResult = z.infer<typeof SittingResult>;

export const Results = z.object({
  passMark: z.number(),
  mirror: z.object({
    responses: z.int(),
    /** Mean confidence minus share right; null under 10 responses. */
    bias: z.nullable(z.number()),
    /** 95 % interval of it. */
    biasInterval: z.nullable(z.tuple([z.number(), z.number()])),
    dots: z.array(CalibrationDot),
    espejismos: z.int(),
    concepts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        responses: z.int(),
        right: z.number(),
        espejismos: z.int(),
      }),
    ),
  }),
  sittings: z.array(SittingResult),
});
export type Results = z.infer<typeof Results>;

export const getResults = endpoint({
  method: 'GET',
  path: '/api/results',
  summary: "A student's own mirror and sittings",
  query,
  response: Results,
});

export const listReceipts = endpoint({
  method: 'GET',
  path: '/api/attempts/:attemptId/receipts',
  summary: "What the server holds of one's own attempt, answer by answer, with times",
  params: z.object({ attemptId: Id }),
  response: z.object({
    attemptId: Id,
    receipts: z.array(
      z.object({
        id: Id,
        position: z.int(),
        confidenceLevel: z.int(),
        /** By the rule of the clocks; null where they contradict each other. */
        answeredAt: z.nullable(Instant),
        receivedAt: Instant,
        counted: z.boolean(),
        /** Null: recorded. */
        setAside: z.nullable(z.object({ reason: SetAsideReason, decision: z.nullable(TimeDecision) })),
      }),
    ),
  }),
});

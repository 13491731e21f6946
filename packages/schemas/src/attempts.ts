import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Answer } from './responses.ts';
import { AttemptKind, ContentId, Id, Instant, Language, Sha256, Wave } from './words.ts';

/** An item as a learner meets it: no key, no reasons. Options in the order to show. */
export const ShownItem = z.object({
  id: z.string(),
  contentHash: Sha256,
  /** Outside sittings: where its key and its drawings lie. A review asks of several modules. */
  moduleId: z.optional(z.string()),
  stem: z.string(),
  question: z.string(),
  kind: z.string(),
  options: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      /** Where its mark stands, where the options are places in a drawing. */
      at: z.optional(z.tuple([z.number(), z.number()])),
    }),
  ),
  /** Of a number, its unit; "1" where there is none. */
  unit: z.optional(z.string()),
  /** Of a pick, the drawing; of a challenge, the figure to play with. */
  figure: z.optional(z.string()),
  challenge: z.optional(
    z.object({
      view: z.string(),
      from: z.record(z.string(), z.union([z.number(), z.string()])),
      moves: z.array(z.string()),
    }),
  ),
  /** The probability that "guess" means here. */
  guess: z.number(),
});
export type ShownItem = z.infer<typeof ShownItem>;

export const AttemptResponse = z.object({
  id: Id,
  itemId: z.string(),
  answer: Answer,
  confidenceLevel: z.int(),
  deviceSequence: z.int(),
  answeredAt: Instant,
  receivedAt: Instant,
  /** Practice and cases only; null in a sitting. */
  fraction: z.nullable(z.number()),
});
export type AttemptResponse = z.infer<typeof AttemptResponse>;

export const Attempt = z.object({
  id: Id,
  kind: AttemptKind,
  courseId: z.string(),
  /** Module of a practice, course of a review, case id, or form id. */
  contentId: z.string(),
  wave: z.nullable(Wave),
  sittingId: z.nullable(Id),
  language: Language,
  startedAt: Instant,
  /** Last moment for an answer; null where there is none. */
  closesAt: z.nullable(Instant),
  finishedAt: z.nullable(Instant),
  /** Which device's turn it is, from 1; every answer carries it. */
  lease: z.int(),
  /** Whether the turn is this device's (this sign-in's); true outside sittings. Otherwise: `takeOverAttempt`. */
  held: z.boolean(),
  serverNow: Instant,
  /** In the order to meet them. A case's decisions are items too. In a sitting empty once it is over, and while another device holds it. */
  items: z.array(ShownItem),
  /** What was answered, latest per item. */
  responses: z.array(AttemptResponse),
  /** How often this learner met each item before this attempt. */
  exposures: z.record(z.string(), z.int()),
  lastDeviceSequence: z.int(),
});
export type Attempt = z.infer<typeof Attempt>;

const params = z.object({ attemptId: Id });

/** Shown in the room, new every two minutes; in bodies only. */
export const RoomCode = z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z2-9]{6}$/));

export const startPractice = endpoint({
  method: 'PUT',
  path: '/api/attempts/:attemptId',
  summary: 'Start a practice, a case or a review under an id made by the device; repeating it is harmless',
  params,
  body: z.strictObject({
    kind: z.enum(['practice', 'case', 'review']),
    courseId: ContentId,
    /** Module id for a practice, case id for a case, the course's id for a review. */
    contentId: ContentId,
    language: Language,
    /** Practice only: begin with this concept (an espejismo that is due, or what a page linked). */
    concept: z.optional(ContentId),
    /** How many items, 3 for "solo tengo 3 minutos"; unless told 12 in practice, in review the rest of the day's. */
    size: z.optional(z.int().check(z.gte(1), z.lte(30))),
    /** Practice only: one question of every concept of the module, the hardest: who knows them may leave its lessons. */
    testOut: z.optional(z.boolean()),
    /** Practice only: exactly these items, as a lesson's checks. */
    items: z.optional(z.array(ContentId).check(z.minLength(1), z.maxLength(30))),
  }),
  response: Attempt,
});

export const getAttempt = endpoint({
  method: 'GET',
  path: '/api/attempts/:attemptId',
  summary: "One's own attempt, to go on where it stopped",
  params,
  response: Attempt,
});

export const finishAttempt = endpoint({
  method: 'POST',
  path: '/api/attempts/:attemptId/finish',
  summary: 'End an attempt; answers given later are set aside, answers given before still count',
  params,
  response: Attempt,
});

export const startSitting = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/start',
  summary:
    'Start, or go on with, the attempt at a sitting; assigns the form and gives the start ticket (attempt, startedAt, closesAt, lease)',
  params: z.object({ sittingId: Id }),
  body: z.strictObject({ language: Language, roomCode: z.optional(RoomCode) }),
  response: Attempt,
});

export const takeOverAttempt = endpoint({
  method: 'POST',
  path: '/api/attempts/:attemptId/take-over',
  summary: 'Go on with a sitting on this device; what the other device answers from now on is set aside',
  params,
  body: z.strictObject({ roomCode: z.optional(RoomCode) }),
  response: Attempt,
});

export const interruptionKinds = ['offline', 'focus_lost'] as const;

export const reportInterruptions = endpoint({
  method: 'POST',
  path: '/api/attempts/:attemptId/interruptions',
  summary: 'When the device was offline, or the page left, during a sitting; a repeat changes nothing',
  params,
  body: z.strictObject({
    interruptions: z
      .array(
        z.strictObject({
          /** Made on the device. */
          id: Id,
          kind: z.enum(interruptionKinds),
          /** By the server's time, as far as the device can tell. */
          from: Instant,
          to: Instant,
        }),
      )
      .check(z.minLength(1), z.maxLength(200)),
  }),
  response: z.object({ recorded: z.int() }),
});

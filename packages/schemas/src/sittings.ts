import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ContentId, Id, Instant, Language, SittingState, text, Wave } from './words.ts';

export const Sitting = z.object({
  id: Id,
  cohortId: Id,
  cohortName: z.string(),
  courseId: z.string(),
  wave: Wave,
  forms: z.array(z.string()),
  demonstration: z.boolean(),
  proctored: z.boolean(),
  state: SittingState,
  opensAt: Instant,
  closesAt: Instant,
  /** Minutes that each attempt may take; null: until the window closes (the opening form forecasts 20). */
  durationMinutes: z.nullable(z.int()),
  lateHours: z.int(),
  releasedAt: z.nullable(Instant),
  /** A round selects by it: its results come at the hour of the round, and cannot be released before. */
  waitsForRound: z.boolean(),
  items: z.int(),
  /** How many started and how many finished. */
  started: z.int(),
  finished: z.int(),
  enrolled: z.int(),
});
export type Sitting = z.infer<typeof Sitting>;

export const listCohortSittings = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/sittings',
  summary: "A cohort's sittings",
  params: z.object({ cohortId: Id }),
  response: z.object({ sittings: z.array(Sitting) }),
});

export const createSitting = endpoint({
  method: 'POST',
  path: '/api/cohorts/:cohortId/sittings',
  summary: 'Prepare a sitting; only staff prepare the selection form',
  params: z.object({ cohortId: Id }),
  body: z.strictObject({
    courseId: ContentId,
    wave: Wave,
    opensAt: Instant,
    closesAt: Instant,
    durationMinutes: z.nullable(z.int().check(z.gte(5), z.lte(480))),
    lateHours: z.optional(z.int().check(z.gte(0), z.lte(168))),
    /** Supervised in a room: starts with the room's code, and keeps the proctor's record. */
    proctored: z.optional(z.boolean()),
    /** Why forms that rest must be used all the same; it stands in the audit log. */
    reuse: z.optional(text(500)),
    /** Of wave `selection`: which sealed form; the course's widest unless told. A make-up needs another. */
    form: z.optional(ContentId),
  }),
  response: Sitting,
});

export const changeSittingState = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/state',
  summary: 'Open now, close now, or release the results',
  params: z.object({ sittingId: Id }),
  body: z.strictObject({ to: z.enum(['open', 'closed', 'released']), why: z.optional(text(500)) }),
  response: Sitting,
});

/** A student's view: what is coming, open, or behind. */
export const OwnSitting = z.object({
  id: Id,
  courseId: z.string(),
  courseTitle: z.string(),
  wave: Wave,
  state: SittingState,
  opensAt: Instant,
  closesAt: Instant,
  durationMinutes: z.nullable(z.int()),
  items: z.int(),
  attemptId: z.nullable(Id),
  attemptState: z.enum(['none', 'running', 'finished', 'expired']),
});
export type OwnSitting = z.infer<typeof OwnSitting>;

export const OwnSittingDetail = z.extend(OwnSitting, {
  proctored: z.boolean(),
  /** Its keys are public: nothing may rest on it. */
  demonstration: z.boolean(),
  /** For how long after the end an answer given in time may still arrive. */
  lateHours: z.int(),
  /** The start asks for the code that the room shows. */
  needsRoomCode: z.boolean(),
  /** Whether the running attempt is this device's; false: `takeOverAttempt`. Null without a running attempt. */
  held: z.nullable(z.boolean()),
  /** Last moment of one's own attempt; it may move while the attempt runs. */
  attemptClosesAt: z.nullable(Instant),
  /** Locked by the start; null before. */
  language: z.nullable(Language),
});
export type OwnSittingDetail = z.infer<typeof OwnSittingDetail>;

export const getOwnSitting = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId',
  summary: "A sitting of one's own cohort, with the state of one's own attempt",
  params: z.object({ sittingId: Id }),
  query: z.object({ language: Language }),
  response: OwnSittingDetail,
});

export const timeDecisions = ['accepted', 'rejected'] as const;
/** What the proctor decided on an answer whose time is disputed. */
export const TimeDecision = z.enum(timeDecisions);
export type TimeDecision = z.infer<typeof TimeDecision>;

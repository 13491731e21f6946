import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ContentId, Id, Instant, Language, Sha256, storable, text } from './words.ts';

/** An option's id; several for kinds that take several; a number as it was typed; settings as a link has them. */
export const Answer = z.union([
  z.string().check(z.minLength(1), z.maxLength(200), storable),
  z.array(z.string().check(z.minLength(1), z.maxLength(40), storable)).check(z.maxLength(20)),
]);
export type Answer = z.infer<typeof Answer>;

/** A queue record as the device writes it; the server reads each schemaVersion for two years. */
export const ResponseInput = z.strictObject({
  schemaVersion: z.literal(1),
  /** A UUIDv7, in lower case. */
  id: Id.check(z.lowercase()),
  attemptId: Id,
  itemId: ContentId,
  contentHash: Sha256,
  language: Language,
  /** Option ids in the order shown; none where the answer is no option. */
  optionOrder: z.array(z.string().check(z.maxLength(20), storable)).check(z.maxLength(10)),
  /** Place of the item in the attempt, from 1. */
  position: z.int().check(z.gte(1), z.lte(500)),
  /** The how-maniest time this learner meets the item, from 1. */
  exposure: z.int().check(z.gte(1), z.lte(10_000)),
  answer: Answer,
  /** 0 guess · 1 .50 · 2 .70 · 3 .85 · 4 .97 */
  confidenceLevel: z.int().check(z.gte(0), z.lte(4)),
  /** The probability that the level meant when it was shown. */
  confidence: z.number().check(z.gte(0), z.lte(1)),
  /** Counts every answer that this device gives in the attempt, from 1. */
  deviceSequence: z.int().check(z.gte(1), z.lte(1_000_000)),
  /** The device's clock. */
  wallTime: Instant.check(z.regex(/^(19|20|21)\d\d-/)),
  /** Milliseconds since the attempt started, on the device's monotonic clock; null after a reload. */
  elapsedMs: z.nullable(z.int().check(z.gte(0), z.lte(10_000_000_000))),
  /** Server time minus device time, as last measured; null where it never was. */
  clockOffsetMs: z.nullable(z.int().check(z.gte(-4e12), z.lte(4e12))),
  /** Milliseconds between showing the item and the answer. */
  shownMs: z.int().check(z.gte(0), z.lte(2_000_000_000)),
  lease: z.int().check(z.gte(1), z.lte(1000)),
  origin: z.enum(['online', 'offline']),
  appVersion: z.string().check(z.regex(/^[\w.+-]{1,40}$/)),
});
export type ResponseInput = z.infer<typeof ResponseInput>;

/** Readable and unable to count: kept by the server with its reason, shown, and receipted. */
export const setAsideReasons = [
  /** Given after the end, or arrived after the hours that a late answer is allowed. */
  'late',
  /** The device's clocks contradict each other, run backwards, or were never compared with the server's. */
  'time_disputed',
  /** Given on a device after another had taken over. */
  'lease_lost',
  /** Given after the attempt was ended. */
  'attempt_finished',
  'item_unknown',
  'content_unknown',
  'option_unknown',
  'confidence_mismatch',
] as const;
export const SetAsideReason = z.enum(setAsideReasons);
export type SetAsideReason = z.infer<typeof SetAsideReason>;

/** Not kept by the server: the device keeps the answer, marked. */
export const refusalReasons = ['malformed', 'attempt_unknown', 'id_reused'] as const;

export const Receipt = z.object({
  /** Echoed where it could be read. */
  id: z.nullable(z.string()),
  /** All but `refused` are kept by the server for good. */
  status: z.enum(['recorded', 'already_recorded', 'set_aside', 'refused']),
  reason: z.optional(z.enum([...setAsideReasons, ...refusalReasons])),
  /** The field at fault, where there is one. */
  field: z.optional(z.string()),
  /** When the server first got it. */
  receivedAt: Instant,
});
export type Receipt = z.infer<typeof Receipt>;

export const recordResponses = endpoint({
  method: 'POST',
  path: '/api/responses',
  summary: 'Record 1–500 responses; each gets its own receipt, in order',
  // Each response is parsed alone, so that one bad response never costs the others.
  body: z.strictObject({ responses: z.array(z.unknown()).check(z.minLength(1), z.maxLength(500)) }),
  response: z.object({ serverNow: Instant, receipts: z.array(Receipt) }),
});

export const getTime = endpoint({
  method: 'GET',
  path: '/api/time',
  summary: "The server's time, to compare a device's clock with",
  response: z.object({ serverNow: Instant }),
});

/** What "guardar copia en archivo" writes; more answers go into several files. */
export const AnswerFile = z.strictObject({
  format: z.literal('puente/answers'),
  schemaVersion: z.literal(1),
  savedAt: Instant,
  /** Whose answers they are. */
  membershipId: Id,
  // As in `recordResponses`: each is parsed alone.
  responses: z.array(z.unknown()).check(z.minLength(1), z.maxLength(2000)),
});
export type AnswerFile = z.infer<typeof AnswerFile>;

export const uploadAnswers = endpoint({
  method: 'POST',
  path: '/api/answer-files',
  summary: "Record a student's saved answers under the same rules as if the device had sent them now",
  body: z.strictObject({ file: AnswerFile, why: text(500) }),
  response: z.object({
    fullName: z.string(),
    studentCode: z.nullable(z.string()),
    sha256: Sha256,
    receipts: z.array(Receipt),
  }),
});

import type {
  Answer,
  Attempt,
  ConfidenceLevel,
  confidenceProbabilities,
  ResponseInput,
} from '@puente/schemas';

// A value import would bring every schema, and zod, to the phone; the type keeps the numbers equal.
const probabilities: typeof confidenceProbabilities = [null, 0.5, 0.7, 0.85, 0.97];

const longestShownMs = 2_000_000_000;

export interface Given {
  /** Made when the question was shown, so that a form sent twice is one answer. */
  id: string;
  itemId: string;
  answer: Answer;
  confidenceLevel: ConfidenceLevel;
}

export interface Moment {
  /** One more than the last that this device gave in the attempt. */
  deviceSequence: number;
  wallTime: Date;
  elapsedMs: number | null;
  clockOffsetMs: number | null;
  shownMs: number;
  origin: 'online' | 'offline';
  appVersion: string;
}

/** One answer as it is sent and kept; the only place where such a record is made. */
export const makeResponse = (
  attempt: Pick<Attempt, 'id' | 'language' | 'lease' | 'items' | 'exposures'>,
  { id, itemId, answer, confidenceLevel }: Given,
  { wallTime, shownMs, ...moment }: Moment,
): ResponseInput => {
  const place = attempt.items.findIndex((item) => item.id === itemId);
  const item = attempt.items[place];
  if (!item) throw new RangeError(`The attempt does not ask ${itemId}`);
  return {
    schemaVersion: 1,
    id,
    attemptId: attempt.id,
    itemId,
    contentHash: item.contentHash,
    language: attempt.language,
    optionOrder: item.options.map((option) => option.id),
    position: place + 1,
    exposure: (attempt.exposures[itemId] ?? 0) + 1,
    answer,
    confidenceLevel,
    confidence: probabilities[confidenceLevel] ?? item.guess,
    wallTime: wallTime.toISOString(),
    shownMs: Math.min(Math.max(0, Math.round(shownMs)), longestShownMs),
    lease: attempt.lease,
    ...moment,
  };
};

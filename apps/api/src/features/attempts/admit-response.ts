import { findAnswerProblem, optionsShown, type Answerable } from '@puente/content/server';
import type { ResponseInput, SetAsideReason } from '@puente/schemas';
import { confidenceProbabilities } from '@puente/schemas';
import { answeredAtOf, isTimeDisputed, runsBackwards, type Reading } from './answered-at.ts';
import { guessProbabilityOf } from './guess-probability.ts';

/** After closesAt, an answer may still be on its way. */
export const graceMs = 30_000;

export interface AttemptFacts {
  id: string;
  items: readonly string[];
  lease: number;
  /** When leases 2, 3 … were taken, in turn; in milliseconds, as JSON carries them. */
  takenOverAt: readonly number[];
  startedAt: Date;
  closesAt: Date | null;
  finishedAt: Date | null;
  lateHours: number;
}

export interface Fault {
  reason: SetAsideReason;
  field?: string;
}

/** The last moment at which an answer may arrive and still be in time. */
export const lastArrival = (closesAt: Date, lateHours: number): number =>
  closesAt.getTime() + graceMs + lateHours * 3_600_000;

/**
 * Why a readable response of one's own attempt cannot count; undefined if it can. `others` are answers of the same
 * attempt: what their clocks said. Pure.
 */
export const findFault = (
  response: ResponseInput,
  attempt: AttemptFacts,
  item: Answerable | undefined,
  isKnown: (hash: string, itemId: string) => boolean,
  receivedAt: Date,
  others: readonly Reading[],
): Fault | undefined =>
  findContentFault(response, attempt, item, isKnown) ?? findTimeFault(response, attempt, receivedAt, others);

const findContentFault = (
  response: ResponseInput,
  attempt: AttemptFacts,
  item: Answerable | undefined,
  isKnown: (hash: string, itemId: string) => boolean,
): Fault | undefined => {
  if (!item || !attempt.items.includes(response.itemId)) return { reason: 'item_unknown', field: 'itemId' };
  if (!isKnown(response.contentHash, response.itemId))
    return { reason: 'content_unknown', field: 'contentHash' };
  if (response.contentHash !== item.contentHash) return undefined;
  if (findAnswerProblem(item, response.answer)) return { reason: 'option_unknown', field: 'answer' };
  if (!isPermutation(response.optionOrder, item)) return { reason: 'option_unknown', field: 'optionOrder' };
  const meant = confidenceProbabilities[response.confidenceLevel] ?? guessProbabilityOf(item);
  return Math.abs(meant - response.confidence) > 0.005
    ? { reason: 'confidence_mismatch', field: 'confidence' }
    : undefined;
};

export const findTimeFault = (
  response: ResponseInput,
  attempt: AttemptFacts,
  receivedAt: Date,
  others: readonly Reading[],
): Fault | undefined => {
  const { closesAt, finishedAt, lateHours } = attempt;
  if (response.lease > attempt.lease) return { reason: 'lease_lost', field: 'lease' };
  const answer = { ...response, wallTime: new Date(response.wallTime), receivedAt };
  const answeredAt = answeredAtOf(answer, attempt);
  if (closesAt) {
    if (receivedAt.getTime() > lastArrival(closesAt, lateHours)) return { reason: 'late' };
    if (isTimeDisputed(answer, attempt) || runsBackwards({ ...response, answeredAt }, others))
      return { reason: 'time_disputed' };
  }
  if (response.lease < attempt.lease) {
    const takenOverAt = attempt.takenOverAt[response.lease - 1] ?? -Infinity;
    if (answeredAt.getTime() > takenOverAt) return { reason: 'lease_lost', field: 'lease' };
  }
  if (closesAt && answeredAt.getTime() > closesAt.getTime() + graceMs) return { reason: 'late' };
  if (finishedAt && answeredAt.getTime() > finishedAt.getTime() + graceMs)
    return { reason: 'attempt_finished' };
  return undefined;
};

const isPermutation = (order: readonly string[], item: Answerable): boolean => {
  if (item.kind === 'numeric') return true;
  const ids = new Set(optionsShown(item).map((option) => option.id));
  return order.length === ids.size && new Set(order).size === ids.size && order.every((id) => ids.has(id));
};

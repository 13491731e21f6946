import { findAnswerProblem, type Answerable } from '@puente/content/server';
import type { Receipt, ResponseInput } from '@puente/schemas';
import { confidenceProbabilities } from '@puente/schemas';
import { answeredAtOf } from './answered-at.ts';
import { guessProbabilityOf } from './guess-probability.ts';

/** After closesAt, an answer may still be on its way. */
export const graceMs = 30_000;

export interface AttemptFacts {
  id: string;
  items: readonly string[];
  lease: number;
  startedAt: Date;
  closesAt: Date | null;
  finishedAt: Date | null;
  lateHours: number;
}

type Refusal = { reason: NonNullable<Receipt['reason']>; field?: string };

/** Why a readable response cannot be recorded; undefined if it can. Pure. */
export const findRefusal = (
  response: ResponseInput,
  attempt: AttemptFacts | undefined,
  item: Answerable | undefined,
  knownHashes: (hash: string, itemId: string) => boolean,
  receivedAt: Date,
): Refusal | undefined => {
  if (!attempt) return { reason: 'attempt_unknown', field: 'attemptId' };
  if (!item || !attempt.items.includes(response.itemId)) return { reason: 'item_unknown', field: 'itemId' };
  if (!knownHashes(response.contentHash, response.itemId))
    return { reason: 'content_unknown', field: 'contentHash' };
  if (response.lease !== attempt.lease) return { reason: 'lease_lost', field: 'lease' };
  if (response.contentHash === item.contentHash) {
    if (findAnswerProblem(item, response.answer)) return { reason: 'option_unknown', field: 'answer' };
    if (!isPermutation(response.optionOrder, item)) return { reason: 'option_unknown', field: 'optionOrder' };
    const meant = confidenceProbabilities[response.confidenceLevel] ?? guessProbabilityOf(item);
    if (Math.abs(meant - response.confidence) > 0.005)
      return { reason: 'confidence_mismatch', field: 'confidence' };
  }
  if (attempt.closesAt) {
    const answeredAt = answeredAtOf(
      { ...response, wallTime: new Date(response.wallTime), receivedAt },
      attempt,
    );
    const deadline = attempt.closesAt.getTime() + graceMs;
    const arrival = deadline + attempt.lateHours * 3_600_000;
    if (answeredAt.getTime() > deadline || receivedAt.getTime() > arrival) return { reason: 'late' };
  }
  if (attempt.finishedAt && receivedAt.getTime() > attempt.finishedAt.getTime() + graceMs)
    return { reason: 'attempt_finished' };
  return undefined;
};

const isPermutation = (order: readonly string[], item: Answerable): boolean => {
  if (!('options' in item)) return order.length === 0 || item.kind === 'numeric';
  const ids = new Set(item.options.map((option) => option.id));
  return order.length === ids.size && new Set(order).size === ids.size && order.every((id) => ids.has(id));
};

import type { PracticeItem, PracticePackage } from '@puente/content';
import type { Feedback, GivenAnswer } from './question.ts';

/** What may be said of whichever answer is given: data, sent with the question. */
export interface ItemKey extends Omit<Feedback, keyof GivenAnswer | 'partly'> {
  concept: string;
}

export const explanationOf = (
  { concepts }: Pick<PracticePackage, 'concepts'>,
  conceptId: string,
): string | undefined => concepts.find(({ id }) => id === conceptId)?.explanations?.[0]?.text;

type WithOptions = Extract<PracticeItem, { options: unknown }>;

/** As a form gives it: what may be chosen together comes in the order shown, what is ordered in its own. */
const optionsOf = ({ kind, key }: WithOptions, shown: readonly { id: string }[]): string => {
  if (kind !== 'multiple-response') return String(key);
  return shown
    .map(({ id }) => id)
    .filter((id) => key.includes(id))
    .join(',');
};

/** The key of an item whose options are shown in this order; a number's and a challenge's is empty until one is given. */
export const keyOf = (
  item: PracticeItem,
  shown: readonly { id: string }[],
  module: Pick<PracticePackage, 'concepts'>,
): ItemKey => {
  const concept = item.concepts[0] ?? '';
  const explanation = explanationOf(module, concept);
  const shared = { concept, ...(explanation && { explanation }) };
  if (item.kind === 'challenge') {
    const { key: goals, solution, reason } = item;
    return { key: '', reasons: {}, challenge: { goals, solution, reason }, ...shared };
  }
  if (item.kind === 'numeric') {
    const { key, tolerance, unit, reason } = item;
    return { key: '', reasons: {}, number: { key, tolerance, unit, reason }, ...shared };
  }
  const reasons = Object.fromEntries(item.options.map(({ id, reason }) => [id, reason]));
  return { key: optionsOf(item, shown), reasons, ...shared };
};

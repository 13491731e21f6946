import type { PracticePackage } from '@puente/content';
import type { Feedback } from '#lib/question/question.ts';

/** What a student is told after answering, as the pages of study tell it. */
export function keyOf(
  sent: PracticePackage,
  itemId: string,
): Omit<Feedback, 'option' | 'confidence'> | undefined {
  const item = sent.items.find(({ id }) => id === itemId);
  if (!item) return undefined;
  const concept = sent.concepts.find(({ id }) => id === item.concepts[0]);
  const explanation = concept?.explanations?.[0]?.text;
  const shared = explanation ? { explanation } : {};
  if (item.kind === 'challenge') {
    const { key: goals, solution, reason } = item;
    return { key: '', reasons: {}, challenge: { goals, solution, reason }, ...shared };
  }
  if (item.kind === 'numeric') {
    const { key, tolerance, unit, reason } = item;
    return { key: '', reasons: {}, number: { key, tolerance, unit, reason }, ...shared };
  }
  return {
    key: String(item.key),
    reasons: Object.fromEntries(item.options.map(({ id, reason }) => [id, reason])),
    ...shared,
  };
}

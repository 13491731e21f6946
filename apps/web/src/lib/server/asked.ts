import type { PracticeItem, PracticePackage } from '@puente/content';
import type { Attempt, ShownItem } from '@puente/schemas';
import type { ChallengeKey, NumberKey } from '#lib/question/question.ts';

/** Why each option is right or wrong, and how else to explain it: data, sent with the questions. */
export interface ItemKey {
  key: string;
  reasons: Record<string, string>;
  concept: string;
  explanation?: string;
  number?: NumberKey;
  challenge?: ChallengeKey;
}

/** The order is the attempt's, the words are of the language that the page is in now. */
const inWordsOf = (
  shown: ShownItem,
  asked: { stem: string; question: string; options?: { id: string; text: string }[] },
): ShownItem => ({
  ...shown,
  stem: asked.stem,
  question: asked.question,
  options: shown.options.map((option) => ({
    ...option,
    text: asked.options?.find(({ id }) => id === option.id)?.text ?? option.text,
  })),
});

export const explanationOf = (
  { concepts }: Pick<PracticePackage, 'concepts'>,
  conceptId: string,
): string | undefined => concepts.find(({ id }) => id === conceptId)?.explanations?.[0]?.text;

type WithOptions = Extract<PracticeItem, { options: unknown }>;

/** As a form gives it: what may be chosen together comes in the order shown, what is ordered in its own. */
const keyOf = ({ kind, key }: WithOptions, shown: ShownItem): string => {
  if (kind !== 'multiple-response') return String(key);
  return shown.options
    .map(({ id }) => id)
    .filter((id) => key.includes(id))
    .join(',');
};

/** The attempt's questions in the page's language, each with its key. */
export const askedItems = (
  attempt: Attempt,
  module: Pick<PracticePackage, 'items' | 'concepts'>,
): { items: ShownItem[]; keys: Record<string, ItemKey> } => {
  const known = new Map(module.items.map((item) => [item.id, item]));
  const keys: Record<string, ItemKey> = {};
  const items = attempt.items.flatMap((shown) => {
    const item = known.get(shown.id);
    if (!item) return [];
    const concept = item.concepts[0] ?? '';
    const explanation = explanationOf(module, concept);
    const shared = { concept, ...(explanation && { explanation }) };
    if (item.kind === 'challenge') {
      // The model has scored what was answered before; what is answered now is scored where it is played.
      const solved = attempt.responses.find(({ itemId, fraction }) => itemId === item.id && fraction === 1);
      const { key: goals, solution, reason } = item;
      keys[item.id] = {
        key: solved ? String(solved.answer) : '',
        reasons: {},
        challenge: { goals, solution, reason },
        ...shared,
      };
    } else if (item.kind === 'numeric') {
      const { key, tolerance, unit, reason } = item;
      keys[item.id] = { key: '', reasons: {}, number: { key, tolerance, unit, reason }, ...shared };
    } else {
      const reasons = Object.fromEntries(item.options.map(({ id, reason }) => [id, reason]));
      keys[item.id] = { key: keyOf(item, shown), reasons, ...shared };
    }
    return [inWordsOf(shown, item)];
  });
  return { items, keys };
};

/** The same for the decisions of a case. */
export const askedDecisions = (attempt: Attempt, module: PracticePackage): ShownItem[] => {
  const decisions = new Map(
    (module.case?.stages ?? []).flatMap(({ decision }) => (decision ? [[decision.id, decision]] : [])),
  );
  return attempt.items.flatMap((shown) => {
    const decision = decisions.get(shown.id);
    return decision ? [inWordsOf(shown, { ...decision, stem: '' })] : [];
  });
};

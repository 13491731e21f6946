import type { PracticeItem, PracticePackage } from '@puente/content';
import type { Attempt, ShownItem } from '@puente/schemas';
import type { ChallengeKey } from '#lib/question/question.ts';

/** Why each option is right or wrong, and how else to explain it: data, sent with the questions. */
export interface ItemKey {
  key: string;
  reasons: Record<string, string>;
  concept: string;
  explanation?: string;
  challenge?: ChallengeKey;
}

type Asked = Extract<PracticeItem, { kind: 'single-best-answer' | 'pick-on-a-figure' | 'challenge' }>;

const isAsked = (item: PracticeItem): item is Asked =>
  item.kind === 'single-best-answer' || item.kind === 'pick-on-a-figure' || item.kind === 'challenge';

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

/** The attempt's questions in the page's language, each with its key. */
export const askedItems = (
  attempt: Attempt,
  module: Pick<PracticePackage, 'items' | 'concepts'>,
): { items: ShownItem[]; keys: Record<string, ItemKey> } => {
  const known = new Map(module.items.filter(isAsked).map((item) => [item.id, item]));
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
    } else {
      const reasons = Object.fromEntries(item.options.map(({ id, reason }) => [id, reason]));
      keys[item.id] = { key: item.key, reasons, ...shared };
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

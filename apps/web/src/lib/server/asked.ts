import type { PracticeItem, PracticePackage } from '@puente/content';
import type { Attempt, ShownItem } from '@puente/schemas';

/** Why each option is right or wrong, and how else to explain it: data, sent with the questions. */
export interface ItemKey {
  key: string;
  reasons: Record<string, string>;
  concept: string;
  explanation?: string;
}

type Choice = Extract<PracticeItem, { kind: 'single-best-answer' }>;

const isChoice = (item: PracticeItem): item is Choice => item.kind === 'single-best-answer';

/** The order is the attempt's, the words are of the language that the page is in now. */
const inWordsOf = (
  shown: ShownItem,
  asked: { stem: string; question: string; options: { id: string; text: string }[] },
): ShownItem => ({
  ...shown,
  stem: asked.stem,
  question: asked.question,
  options: shown.options
    .map((option) => asked.options.find(({ id }) => id === option.id) ?? option)
    .map(({ id, text }) => ({ id, text })),
});

export const explanationOf = (
  { concepts }: Pick<PracticePackage, 'concepts'>,
  conceptId: string,
): string | undefined => concepts.find(({ id }) => id === conceptId)?.explanations?.[0]?.text;

/** The attempt's questions in the page's language, each with its key. */
export const askedItems = (
  attempt: Attempt,
  module: PracticePackage,
): { items: ShownItem[]; keys: Record<string, ItemKey> } => {
  const choices = new Map(module.items.filter(isChoice).map((item) => [item.id, item]));
  const keys: Record<string, ItemKey> = {};
  const items = attempt.items.flatMap((shown) => {
    const item = choices.get(shown.id);
    if (!item) return [];
    const concept = item.concepts[0] ?? '';
    const explanation = explanationOf(module, concept);
    keys[item.id] = {
      key: item.key,
      reasons: Object.fromEntries(item.options.map(({ id, reason }) => [id, reason])),
      concept,
      ...(explanation && { explanation }),
    };
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

import type { PracticePackage } from '@puente/content';
import type { Attempt, ShownItem } from '@puente/schemas';
import { keyOf, type ItemKey } from '#lib/question/key-of.ts';

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
    // The model has scored what was answered before; what is answered now is scored where it is played.
    const solved =
      item.kind === 'challenge' &&
      attempt.responses.find(({ itemId, fraction }) => itemId === item.id && fraction === 1);
    keys[item.id] = {
      ...keyOf(item, shown.options, module),
      ...(solved && { key: String(solved.answer) }),
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

import type { Answerable } from './content.ts';
import type { Language } from './text.ts';

/** A question as it is asked: nothing in it says which answer is right. */
export interface PublicItem {
  id: string;
  contentHash: string;
  kind: Answerable['kind'];
  stem: string;
  question: string;
  options: { id: string; text: string }[];
  unit?: string;
}

/** Without an order, options come by id: in the file the key often stands first. */
export function publicItem(item: Answerable, language: Language, order?: readonly string[]): PublicItem {
  const options = item.kind === 'numeric' ? [] : item.options;
  const shown = order ?? options.map((option) => option.id).sort();
  return {
    id: item.id,
    contentHash: item.contentHash,
    kind: item.kind,
    stem: item.kind === 'case-decision' ? '' : item.stem[language],
    question: item.question[language],
    options: shown.map((id) => {
      const option = options.find((candidate) => candidate.id === id);
      if (!option) throw new RangeError(`${item.id} has no option "${id}".`);
      return { id, text: option.text[language] };
    }),
    ...(item.kind === 'numeric' && { unit: item.unit }),
  };
}

import type { Answerable } from './content.ts';
import type { Language, Text } from './text.ts';

/** A question as it is asked: nothing in it says which answer is right. */
export interface PublicItem {
  id: string;
  contentHash: string;
  kind: Answerable['kind'];
  stem: string;
  question: string;
  /** With the place of its mark, where the options are places in a drawing. */
  options: { id: string; text: string; at?: [number, number] }[];
  unit?: string;
  /** Of a pick, the drawing; of a challenge, the figure to play with. */
  figure?: string;
  challenge?: { view: string; from: Record<string, number | string>; moves: string[] };
}

/** Without an order, options come by id: in the file the key often stands first. */
export function publicItem(item: Answerable, language: Language, order?: readonly string[]): PublicItem {
  const played =
    item.kind === 'case-decision' ? item.challenge : item.kind === 'challenge' ? item : undefined;
  const drawn = item.kind === 'pick-on-a-figure' || item.kind === 'case-decision' ? item.figure : undefined;
  const options = optionsShown(item);
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
      return { id, text: option.text[language], ...(option.at && { at: option.at }) };
    }),
    ...(item.kind === 'numeric' && { unit: item.unit }),
    ...(drawn !== undefined && { figure: drawn }),
    ...(played && {
      figure: played.figure,
      challenge: { view: played.view, from: played.from, moves: played.moves },
    }),
  };
}

interface ShownOption {
  id: string;
  text: Text;
  at?: [number, number] | undefined;
}

/** What a question offers to choose from: not what a model may come to, which would tell where to go. */
export function optionsShown(item: Answerable): readonly ShownOption[] {
  if (!('options' in item) || (item.kind === 'case-decision' && item.challenge)) return [];
  return item.options;
}

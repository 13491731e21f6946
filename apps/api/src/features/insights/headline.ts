import { minimums } from '@puente/measurement';
import type { Headline } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import type { SectionTally } from './section-tally.ts';

/**
 * The wrong option that most people of the section hold at 85 % or more, by each one's latest answer to the item.
 * Practice and cases only, and never a number: "41 of 180 are sure: 12 mV" says nothing without its question. Pure.
 */
export const headlineOf = (
  { people, beliefs }: Pick<SectionTally, 'people' | 'beliefs'>,
  catalogue: Catalogue,
): Headline | null => {
  const ranked = [...beliefs]
    .map(([key, belief]) => ({ key, ...belief, of: people.get(belief.itemId)! }))
    .filter(({ of }) => of >= minimums.subgroupPeople)
    .sort((a, b) => b.sureAndWrong - a.sureAndWrong || a.of - b.of || (a.key < b.key ? -1 : 1));
  for (const { itemId, choice, sureAndWrong, of } of ranked) {
    const item = catalogue.items.get(itemId);
    if (!item || (item.use !== 'practice' && item.use !== 'case') || !('options' in item)) continue;
    const option = item.options.find((candidate) => candidate.id === choice);
    const concept = catalogue.concepts.get(item.concepts[0]!);
    if (!option || !concept || isQuantity(option.text.es) || isQuantity(option.text.en)) continue;
    return {
      conceptId: concept.id,
      conceptTitle: concept.title,
      itemId: item.id,
      question: item.question,
      option: option.text,
      sureAndWrong,
      of,
    };
  }
  return null;
};

const units = new Set([
  'mv',
  'ms',
  'ml',
  'min',
  'kg',
  'mg',
  'mm',
  'nm',
  'hz',
  'mmol',
  'mosm',
  'mmhg',
  'kpa',
  'cm',
]);
const fewestWords = 3;

/** A number with its unit, and hardly a word beside it. */
export const isQuantity = (text: string): boolean =>
  /\d/.test(text) &&
  (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !units.has(word.toLowerCase())).length < fewestWords;

import { minimums } from '@puente/measurement';
import type { Headline } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { isEspejismo } from '../attempts/concept-state.ts';
import type { SectionAnswer } from './list-section-answers.ts';

/**
 * The wrong option that most people of the section hold at 85 % or more, by each one's latest answer to the item.
 * Practice and cases only: an assessment item is nobody's to read. Pure.
 */
export const headlineOf = (
  section: readonly (readonly SectionAnswer[])[],
  catalogue: Catalogue,
): Headline | null => {
  const people = new Map<string, number>();
  const held = new Map<string, { answer: SectionAnswer; sureAndWrong: number }>();
  for (const answers of section) {
    const latest = new Map(answers.map((answer) => [answer.itemId, answer]));
    for (const [itemId, answer] of latest) {
      people.set(itemId, (people.get(itemId) ?? 0) + 1);
      if (!isEspejismo(answer)) continue;
      const key = `${itemId}/${answer.choice}`;
      const known = held.get(key);
      if (known) known.sureAndWrong += 1;
      else held.set(key, { answer, sureAndWrong: 1 });
    }
  }
  const ranked = [...held]
    .map(([key, { answer, sureAndWrong }]) => ({ key, answer, sureAndWrong, of: people.get(answer.itemId)! }))
    .filter(({ of }) => of >= minimums.subgroupPeople)
    .sort((a, b) => b.sureAndWrong - a.sureAndWrong || a.of - b.of || (a.key < b.key ? -1 : 1));
  for (const { answer, sureAndWrong, of } of ranked) {
    const { item } = answer;
    if ((item.use !== 'practice' && item.use !== 'case') || !('options' in item)) continue;
    const option = item.options.find((candidate) => candidate.id === answer.choice);
    const concept = catalogue.concepts.get(item.concepts[0]!);
    if (!option || !concept) continue;
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

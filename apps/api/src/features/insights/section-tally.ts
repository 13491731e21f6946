import { findWaitingEspejismo, isEspejismo } from '../attempts/concept-state.ts';
import type { SectionAnswer } from './list-section-answers.ts';

export interface ConceptTally {
  learners: number;
  responses: number;
  right: number;
  /** Learners in whom an espejismo waits. */
  waiting: number;
}

/** A wrong option of an item that people hold at 85 % or more. */
interface Belief {
  itemId: string;
  choice: string;
  sureAndWrong: number;
}

/** What a section's answers add up to; learners may be added a few at a time. */
export interface SectionTally {
  concepts: Map<string, ConceptTally>;
  /** Of practice items and cases, by each one's latest answer to the item. */
  people: Map<string, number>;
  beliefs: Map<string, Belief>;
}

export const emptyTally = (): SectionTally => ({
  concepts: new Map(),
  people: new Map(),
  beliefs: new Map(),
});

/** Adds learners, each with their answers, oldest first. */
export const addLearners = (
  tally: SectionTally,
  learners: Iterable<readonly SectionAnswer[]>,
): SectionTally => {
  for (const answers of learners) {
    addConcepts(tally.concepts, answers);
    addBeliefs(tally, answers);
  }
  return tally;
};

const addConcepts = (tallies: SectionTally['concepts'], answers: readonly SectionAnswer[]): void => {
  const own = new Map<string, SectionAnswer[]>();
  for (const answer of answers) {
    for (const conceptId of answer.item.concepts) {
      const entries = own.get(conceptId);
      if (entries) entries.push(answer);
      else own.set(conceptId, [answer]);
    }
  }
  for (const [conceptId, entries] of own) {
    let sum = tallies.get(conceptId);
    if (!sum) tallies.set(conceptId, (sum = { learners: 0, responses: 0, right: 0, waiting: 0 }));
    sum.learners += 1;
    sum.responses += entries.length;
    for (const entry of entries) if (entry.fraction === 1) sum.right += 1;
    if (findWaitingEspejismo(entries)) sum.waiting += 1;
  }
};

const addBeliefs = ({ people, beliefs }: SectionTally, answers: readonly SectionAnswer[]): void => {
  const latest = new Map(answers.map((answer) => [answer.itemId, answer]));
  for (const [itemId, answer] of latest) {
    // An assessment item is nobody's to read.
    if (answer.item.use !== 'practice' && answer.item.use !== 'case') continue;
    people.set(itemId, (people.get(itemId) ?? 0) + 1);
    if (!isEspejismo(answer)) continue;
    const key = `${itemId}/${answer.choice}`;
    const known = beliefs.get(key);
    if (known) known.sureAndWrong += 1;
    else beliefs.set(key, { itemId, choice: answer.choice, sureAndWrong: 1 });
  }
};

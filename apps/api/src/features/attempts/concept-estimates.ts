import type { Answerable } from '@puente/content/server';
import { eloUpdate } from '@puente/measurement';
import type { Catalogue } from '../../catalogue.ts';
import { guessProbabilityOf } from './guess-probability.ts';
import type { HistoryEntry } from './learner-history.ts';

/** What practice says of a learner and a concept; never for selection. */
export interface ConceptEstimate {
  /** θ on the logit scale, 0 before any answer. */
  ability: number;
  answers: number;
}

export type Estimates = ReadonlyMap<string, ConceptEstimate>;

// Until answers say how hard an item is, what it asks of the student does. Logits.
const difficulties = { recall: -0.5, apply: 0, analyse: 0.5 };

export const difficultyOf = (item: Answerable | undefined): number =>
  item && 'level' in item ? difficulties[item.level] : 0;

/** A learner's ability in each concept met, by Elo over the answers in their order, each with its item's difficulty. */
export const estimateConcepts = (
  history: readonly Pick<HistoryEntry, 'itemId' | 'concepts' | 'fraction'>[],
  { items }: Pick<Catalogue, 'items'>,
): Estimates => {
  const estimates = new Map<string, ConceptEstimate>();
  for (const { itemId, concepts, fraction } of history) {
    const item = items.get(itemId);
    if (!item) continue;
    for (const concept of concepts) {
      const { ability, answers } = estimates.get(concept) ?? { ability: 0, answers: 0 };
      const next = eloUpdate(
        {
          ability,
          difficulty: difficultyOf(item),
          abilityAnswers: answers,
          difficultyAnswers: 0,
        },
        fraction,
        { guessing: guessProbabilityOf(item) },
      );
      estimates.set(concept, { ability: next.ability, answers: answers + 1 });
    }
  }
  return estimates;
};

/** A learner learns most where about seven of ten answers are right. */
const aim = 0.7;

/** How far an item is from what suits the learner: its chance of a right answer against seven of ten. */
export const misfitOf = (item: Answerable | undefined, estimates: Estimates): number => {
  if (!item) return 1;
  const ability = estimates.get(item.concepts[0]!)?.ability ?? 0;
  return Math.abs(chanceOf(ability - difficultyOf(item), guessProbabilityOf(item)) - aim);
};

/** The chance of a right answer at a distance of ability and difficulty, guessing included. */
export const chanceOf = (distance: number, guess: number): number =>
  guess + (1 - guess) / (1 + Math.exp(-distance));

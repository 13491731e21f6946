import type { ConfidenceLevel } from '@puente/schemas';
import type { Plan } from './plan.ts';
import { days, type Term } from './term.ts';
import { drawAnswer, itemTruth, type Answered, type Asked, type Student } from './truth.ts';

/*
 * The student whose pages a visitor sees first is in the middle of the module: four planks lie, an espejismo waits,
 * a lesson is still to be read. In practice the answers are written here; forms are answered by the model.
 */

export const ownStudent = (code: string): Student => ({
  code,
  ability: 0.5,
  growth: 1.1,
  style: 'overconfident',
  mirage: 'none',
  rapidShare: 0,
  pace: 1,
});

export const ownPlan = (term: Term): Plan => ({
  opening: term.at(2, 21, 14),
  opensHalf: null,
  learning: [
    { kind: 'lesson', at: term.at(9, 22, 40), lesson: 0, checks: true },
    { kind: 'practice', at: term.at(20, 23, 5), size: 12 },
    { kind: 'lesson', at: term.at(33, 21, 30), lesson: 1, checks: true },
    { kind: 'practice', at: term.at(41, 22, 15), size: 12 },
    { kind: 'practice', at: term.at(62, 6, 50), size: 12 },
    { kind: 'practice', at: term.at(days.yesterday, 20, 10), size: 12 },
  ],
  closing: term.at(days.closingBegins + 1, 19, 30),
  selection: term.at(days.selection, 9, 4),
  rates: true,
});

type Written = readonly [right: boolean, level: ConfidenceLevel];

/** Answer by answer, in the order in which a concept comes back; the last stands for any that follow. */
const written: Readonly<Record<string, readonly Written[]>> = {
  'electrochemical-gradient': [
    [true, 3],
    [true, 3],
    [true, 4],
    [true, 3],
    [true, 4],
  ],
  'equilibrium-potential': [
    [true, 3],
    [false, 2],
    [true, 3],
    [false, 2],
    [true, 4],
  ],
  'resting-potential': [
    [true, 3],
    [true, 2],
    [false, 3],
    [true, 4],
    [true, 2],
    [false, 2],
    [true, 3],
  ],
  'sodium-potassium-pump': [
    [false, 1],
    [true, 3],
    [false, 3],
    [true, 4],
    [true, 3],
    [false, 2],
    [true, 3],
  ],
  'potassium-and-rest': [
    [true, 2],
    [true, 3],
    [true, 2],
    [false, 2],
    [true, 2],
    [false, 4],
  ],
  'threshold-and-inactivation': [
    [false, 2],
    [false, 1],
    [true, 2],
    [false, 1],
    [true, 2],
    [false, 1],
  ],
  'potassium-ecg': [
    [true, 2],
    [false, 0],
    [false, 2],
    [true, 2],
    [false, 1],
  ],
  'potassium-balance': [
    [false, 3],
    [true, 1],
    [true, 2],
    [false, 2],
    [false, 1],
  ],
};

/** Answers for this student: as written in practice, by the model elsewhere. */
export const ownAnswers = (seed: string) => {
  const met = new Map<string, number>();
  return (occasion: string, asked: Asked): Answered => {
    // Of several draws of the model, one that ends near the cut of form S: there the result needs the most explaining.
    const drawn = drawAnswer(seed, `s/${occasion}`, asked);
    const concept = asked.item.concepts[0]!;
    const answers = written[concept];
    if (asked.moment !== 'practice' || !answers) return drawn;
    const nth = met.get(concept) ?? 0;
    met.set(concept, nth + 1);
    const [right, level] = answers[Math.min(nth, answers.length - 1)]!;
    const truth = itemTruth(seed, asked.item);
    return { ...drawn, right, level, option: right ? truth.right : truth.dominant };
  };
};

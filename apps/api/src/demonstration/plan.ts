import { seededRandom } from '@puente/measurement';
import { days, type Term } from './term.ts';
import { feeling, logistic, type Student } from './truth.ts';

export type Step =
  | { kind: 'lesson'; at: Date; lesson: number; checks: boolean }
  | { kind: 'practice'; at: Date; size: number }
  | { kind: 'case'; at: Date };

/** What a student does in the term, and when. Null: never. */
export interface Plan {
  opening: Date | null;
  /** Stops after so many items of the opening form and does not end it; null: answers it whole. */
  opensHalf: number | null;
  learning: Step[];
  closing: Date | null;
  selection: Date | null;
  /** Says after each form how able they feel. */
  rates: boolean;
}

/** Shares of the section, 0–1. */
const conduct = {
  missesOpening: 0.05,
  abandonsOpening: 0.02,
  /** P(no closing form) = 1/(1 + e^(2.2 + 0.7 θ)), about 12 %: who knows less leaves more often. */
  leaves: { intercept: -2.2, perLogit: -0.7 },
  missesSelection: 0.04,
  readsChecks: 0.4,
  doesCase: 0.75,
  practisesAfterwards: 0.2,
  /** How many longer practices those who stay do: none, one, two, three. */
  practices: [0.05, 0.3, 0.4, 0.25],
  shortPractice: 0.2,
} as const;

export const planStudent = (seed: string, student: Student, term: Term, lessons: number): Plan => {
  const random = seededRandom(`${seed}/plan/${student.code}`);
  const whole = (from: number, to: number) => from + random.integer(to - from + 1);
  const sometime = (from: number, to: number) => term.at(whole(from, to), whole(7, 22), whole(0, 59));
  const chance = (share: number) => random.next() < share;

  const leaves = chance(logistic(conduct.leaves.intercept + conduct.leaves.perLogit * student.ability));
  const lastDay = leaves ? whole(12, 60) : days.learningEnds;
  const opening = chance(conduct.missesOpening) ? null : sometime(0, Math.min(lastDay, days.openingEnds - 1));
  const opensHalf = chance(conduct.abandonsOpening) ? whole(4, 14) : null;

  const read = leaves ? whole(0, Math.max(0, lessons - 1)) : chance(0.8) ? lessons : whole(1, lessons);
  const learning: Step[] = Array.from({ length: read }, (_, index) => {
    const third = Math.floor(lastDay / lessons);
    return {
      kind: 'lesson',
      at: sometime(2 + index * third, Math.max(2, (index + 1) * third)),
      lesson: index,
      checks: chance(conduct.readsChecks),
    };
  });
  const practices = leaves ? whole(0, 1) : countFrom(conduct.practices, random.next());
  for (let index = 0; index < practices; index++)
    learning.push({ kind: 'practice', at: sometime(5, lastDay), size: 12 });
  if (!leaves && chance(conduct.shortPractice))
    learning.push({ kind: 'practice', at: sometime(5, lastDay), size: 3 });
  if (!leaves && chance(conduct.doesCase))
    learning.push({ kind: 'case', at: sometime(Math.floor(lastDay / 2), lastDay) });
  if (!leaves && chance(conduct.practisesAfterwards))
    learning.push({ kind: 'practice', at: sometime(days.closingEnds + 1, days.yesterday), size: 12 });
  learning.sort((a, b) => a.at.getTime() - b.at.getTime());

  const closing = leaves ? null : sometime(days.closingBegins + 1, days.closingEnds - 1);
  const takesSelection = !leaves && !chance(conduct.missesSelection);
  return {
    opening,
    opensHalf,
    learning,
    closing,
    selection: takesSelection ? term.at(days.selection, 9, whole(0, 25)) : null,
    rates: chance(feeling.rates),
  };
};

const countFrom = (shares: readonly number[], u: number): number => {
  let sum = 0;
  return Math.max(
    0,
    shares.findIndex((share) => u < (sum += share)),
  );
};

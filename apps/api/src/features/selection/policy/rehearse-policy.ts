import {
  composite,
  rightProbability,
  seededRandom,
  simulatePolicy,
  weightSensitivity,
  type ItemParameters,
} from '@puente/measurement';
import type { Rehearsal } from '@puente/schemas';

export interface RehearsalInput {
  candidates: number;
  seats: number;
  seed: string;
  components: { courseId: string; weight: number; items: number }[];
}

/** What is taken for granted before anybody is measured: middling items, and courses that go together. */
const discrimination = 1;
const difficultyFrom = -1;
const difficultyTo = 2;
const guessing = 0.25;
const correlation = 0.8;
const draws = 200;
const mostCohorts = 50;
const simulatedPeople = 200_000;
const mostInOneCohort = 5000;

const itemsOf = (count: number): ItemParameters[] =>
  Array.from({ length: count }, (_, place) => ({
    difficulty: difficultyFrom + ((place + 0.5) * (difficultyTo - difficultyFrom)) / count,
    discrimination,
    guessing,
  }));

/** A policy tried on made-up candidates: what it would do, before anybody is measured. */
export const rehearsePolicy = ({
  candidates,
  seats,
  seed,
  components,
}: RehearsalInput): Omit<Rehearsal, 'rehearsedAt'> => {
  const cohorts = Math.max(3, Math.min(mostCohorts, Math.round(simulatedPeople / candidates)));
  const simulated = simulatePolicy({
    candidates,
    seats,
    components: components.map(({ weight, items }) => ({ weight, items: itemsOf(items) })),
    correlation: components.length > 1 ? correlation : 1,
    rounds: cohorts,
    draws,
    seed,
  });
  const rows = oneCohort(Math.min(candidates, mostInOneCohort), components, seed);
  const weights = components.map(({ weight }) => weight);
  const { effectiveWeights, reference } = composite({
    weights,
    reference: rows,
    candidates: rows.map((values, index) => ({ id: String(index), values, sds: weights.map(() => 0) })),
  });
  const changes =
    components.length < 2
      ? []
      : weightSensitivity({
          weights,
          standardised: rows.map((row) =>
            row.map((value, j) => (value - reference.means[j]!) / reference.sds[j]!),
          ),
          seats: Math.max(1, Math.min(rows.length, Math.round((seats * rows.length) / candidates))),
        });
  return {
    assumed: {
      candidates,
      seats,
      items: components.reduce((sum, { items }) => sum + items, 0),
      discrimination,
      difficultyFrom,
      difficultyTo,
      guessing,
      correlation: components.length > 1 ? correlation : 1,
      cohorts,
    },
    ...simulated,
    weights: components.map(({ courseId, weight }, component) => ({
      courseId,
      weight,
      effectiveWeight: effectiveWeights[component]!,
    })),
    sensitivity: changes.map(({ component, ...change }) => ({
      courseId: components[component]!.courseId,
      ...change,
    })),
  };
};

/** Percentages right of made-up people. */
const oneCohort = (people: number, components: RehearsalInput['components'], seed: string): number[][] => {
  const random = seededRandom(`${seed} weights`);
  const papers = components.map(({ items }) => itemsOf(items));
  return Array.from({ length: people }, () => {
    const shared = random.normal();
    return papers.map((items) => {
      const theta = Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * random.normal();
      const right = items.filter((item) => random.next() < rightProbability(theta, item)).length;
      return (100 * right) / items.length;
    });
  });
};

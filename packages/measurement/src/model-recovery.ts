import { exp } from './deterministic-math.ts';
import type { FittedItem, FittedModel } from './fit-2pl.ts';
import { plantedResponses } from './planted-responses.ts';
import type { ResponseMatrix } from './response-matrix.ts';
import { seededRandom } from './seeded-random.ts';

export interface RecoveryCase {
  people: number;
  rounds: number;
  missingShare?: number;
  /** standard deviation of log a; 0 for Rasch */
  spreadOfA: number;
}

/** How often and how well a model finds 20 planted items again; for tests. */
export function recovery(
  fit: (matrix: ResponseMatrix) => FittedModel,
  { people, rounds, missingShare = 0, spreadOfA }: RecoveryCase,
): { bias: number; coverage: number; coverageOfA: number } {
  const random = seededRandom(`planted ${people} ${missingShare} ${spreadOfA}`);
  const items = Array.from({ length: 20 }, (_, j) => ({
    difficulty: -1.5 + (3 * j) / 19,
    discrimination: 1.1 * exp(spreadOfA * Math.sqrt(12) * (((j * 7) % 20) / 19 - 0.5)),
  }));
  let bias = 0;
  let covered = 0;
  let coveredA = 0;
  for (let r = 0; r < rounds; r++) {
    fit(plantedResponses(random, people, items, missingShare)).items.forEach((item, j) => {
      const error = item.difficulty - items[j]!.difficulty;
      const errorOfA = item.discrimination - items[j]!.discrimination;
      bias += error;
      if (Math.abs(error) < 1.96 * item.se) covered += 1;
      if (Math.abs(errorOfA) < 1.96 * item.seDiscrimination) coveredA += 1;
    });
  }
  const count = rounds * items.length;
  return { bias: bias / count, coverage: covered / count, coverageOfA: coveredA / count };
}

type Estimates = Partial<
  Record<'difficulty' | 'discrimination' | 'se' | 'seDiscrimination', readonly number[]>
>;

/** The largest distance of fitted items from expected figures; for tests. */
export function largestError(items: readonly FittedItem[], expected: Estimates): number {
  let largest = 0;
  for (const [key, values] of Object.entries(expected)) {
    items.forEach((item, j) => {
      largest = Math.max(largest, Math.abs(item[key as keyof Estimates] - values[j]!));
    });
  }
  return largest;
}

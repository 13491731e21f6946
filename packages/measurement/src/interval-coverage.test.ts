import { expect, test, vi } from 'vitest';
import { cronbachAlphaInterval } from './cronbach-alpha.ts';
import { rightProbability } from './item-parameters.ts';
import { itemStatistics } from './item-statistics.ts';
import { normalGrid } from './normal-grid.ts';
import { plantedResponses } from './planted-responses.ts';
import { seededRandom } from './seeded-random.ts';
import { standardErrorOfMeasurementInterval } from './standard-error-of-measurement.ts';

// a simulation, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

/*
 * Twenty items of mixed difficulty answered by people drawn from N(0, 1): what the population's α, SEM, r and D are is
 * known, and how often the intervals of a sample hold them is what they promise. Feldt's interval supposes normal
 * scores of items that are alike, Fisher's normal pairs, Newcombe's independent groups: none of it is true here.
 */
const k = 20;
const items = Array.from({ length: k }, (_, j) => ({
  difficulty: -1.5 + (3 * j) / 19,
  discrimination: 0.8 + (0.6 * ((j * 7) % 20)) / 19,
}));
const { points, weights } = normalGrid(201);
const curves = items.map((item) => Array.from(points, (theta) => rightProbability(theta, item)));
const expectation = (of: (point: number) => number) =>
  weights.reduce((sum, weight, point) => sum + weight * of(point), 0);
const shares = curves.map((curve) => expectation((point) => curve[point]!));
const covariance = (i: number, j: number) =>
  i === j
    ? shares[i]! * (1 - shares[i]!)
    : expectation((point) => curves[i]![point]! * curves[j]![point]!) - shares[i]! * shares[j]!;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const withTotal = items.map((_, i) => sum(items.map((__, j) => covariance(i, j))));
const variances = items.map((_, i) => covariance(i, i));
const alpha = (k / (k - 1)) * (1 - sum(variances) / sum(withTotal));
const truth = {
  alpha,
  sem: Math.sqrt(sum(withTotal) * (1 - alpha)),
  r: items.map(
    (_, i) =>
      (withTotal[i]! - variances[i]!) /
      Math.sqrt(variances[i]! * (sum(withTotal) + variances[i]! - 2 * withTotal[i]!)),
  ),
};

test.each([50, 120])(
  'SEM, r and D: 93–97 %% of the intervals hold the truth at %i people; α: a little more',
  (people) => {
    const random = seededRandom(`items ${people}`);
    const kelley = itemStatistics(plantedResponses(random, 50_000, items)).map((item) => item.kelley);
    const rounds = 400;
    const held = { alpha: 0, sem: 0, r: 0, kelley: 0 };
    const holds = ([low, high]: readonly [number, number], value: number) =>
      low <= value && value <= high ? 1 : 0;
    for (let round = 0; round < rounds; round++) {
      const matrix = plantedResponses(random, people, items);
      held.alpha += holds(cronbachAlphaInterval(matrix), truth.alpha);
      held.sem += holds(standardErrorOfMeasurementInterval(matrix), truth.sem);
      itemStatistics(matrix).forEach((item, j) => {
        held.r += holds(item.discriminationInterval!, truth.r[j]!) / k;
        held.kelley += holds(item.kelleyInterval!, kelley[j]!) / k;
      });
    }
    for (const [figure, count] of Object.entries(held)) {
      expect(count / rounds, figure).toBeGreaterThanOrEqual(0.93);
      expect(count / rounds, figure).toBeLessThanOrEqual(figure === 'alpha' ? 0.99 : 0.97);
    }
  },
);

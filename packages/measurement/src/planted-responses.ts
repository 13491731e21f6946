import { rightProbability, type ItemParameters } from './item-parameters.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Responses of people with θ ~ N(0, 1) to known items, some missing at random; for tests. */
export function plantedResponses(
  random: SeededRandom,
  people: number,
  items: readonly ItemParameters[],
  missingShare = 0,
): (0 | 1 | null)[][] {
  return Array.from({ length: people }, () => {
    const theta = random.normal();
    return items.map((item) => {
      const x = random.next() < rightProbability(theta, item) ? 1 : 0;
      return random.next() < missingShare ? null : x;
    });
  });
}

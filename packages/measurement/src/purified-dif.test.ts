import { expect, test, vi } from 'vitest';
import { logistic } from './deterministic-math.ts';

import { purifiedDif, type DifGroup } from './purified-dif.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

function answers(
  seed: number | string,
  sizes: { reference: number; focal: number },
  options: { impact?: number; biased?: number[] } = {},
): { matrix: number[][]; groups: DifGroup[] } {
  const { impact = 0, biased = [] } = options;
  const random = seededRandom(seed);
  const groups: DifGroup[] = [
    ...new Array<DifGroup>(sizes.reference).fill('reference'),
    ...new Array<DifGroup>(sizes.focal).fill('focal'),
  ];
  const matrix = groups.map((group) => {
    const theta = random.normal() - (group === 'focal' ? impact : 0);
    return Array.from({ length: 20 }, (_, j) => {
      const shift = group === 'focal' && biased.includes(j) ? 1 : 0;
      return random.next() < logistic(theta - (-1.5 + (3 * j) / 19) - shift) ? 1 : 0;
    });
  });
  return { matrix, groups };
}

test('purification finds planted bias and leaves the sound items alone', () => {
  const biased = [4, 11];
  const { matrix, groups } = answers('dif', { reference: 900, focal: 600 }, { impact: 0.5, biased });
  const { items, leftOut } = purifiedDif(matrix, groups);
  for (const j of biased) {
    expect(leftOut).toContain(j);
    expect(items[j]!.etsClass).toBe('C');
    expect(items[j]!.delta).toBeLessThan(-1.5);
  }
  const others = items.filter((_, j) => !biased.includes(j));
  expect(others.filter((item) => item!.etsClass === 'C')).toHaveLength(0);
});

test('with equal abilities in unequal groups, 5 % of sound items differ at .05', () => {
  let found = 0;
  let tried = 0;
  for (let r = 0; r < 40; r++) {
    const { matrix, groups } = answers(`null ${r}`, { reference: 500, focal: 120 });
    for (const item of purifiedDif(matrix, groups).items) {
      tried += 1;
      // without the continuity correction, which is conservative on purpose
      if (item!.chiSquared > 3.841459) found += 1;
    }
  }
  expect(found / tried).toBeGreaterThan(0.035);
  expect(found / tried).toBeLessThan(0.065);
});

test('an item that all answered alike has no result', () => {
  const { matrix, groups } = answers('constant', { reference: 60, focal: 40 });
  const { items } = purifiedDif(
    matrix.map((row) => row.with(3, 1)),
    groups,
  );
  expect(items[3]).toBeUndefined();
  expect(items[4]).toBeDefined();
});

test('purifiedDif refuses what has no groups or answers', () => {
  const { matrix, groups } = answers('refuse', { reference: 20, focal: 20 });
  expect(() => purifiedDif([], [])).toThrow(RangeError);
  expect(() => purifiedDif(matrix, groups.slice(1))).toThrow(RangeError);
  expect(() =>
    purifiedDif(
      matrix,
      groups.map(() => 'focal'),
    ),
  ).toThrow(/reference/);
  expect(() =>
    purifiedDif(
      matrix.map((row) => row.slice(0, 2)),
      groups,
    ),
  ).toThrow(RangeError);
  expect(() => purifiedDif(matrix.with(0, matrix[0]!.with(0, NaN)), groups)).toThrow(RangeError);
});

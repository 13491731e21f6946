import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.ts';
import { weightSensitivity } from './weight-sensitivity.ts';

test('each weight in turn a fifth smaller and a fifth larger', () => {
  const random = seededRandom(1);
  const standardised = Array.from({ length: 200 }, () => {
    const ability = random.normal();
    return [ability + 0.5 * random.normal(), ability + 0.5 * random.normal()];
  });
  const changes = weightSensitivity({ weights: [0.6, 0.4], standardised, seats: 20 });
  expect(changes.map(({ component, factor }) => [component, factor])).toEqual([
    [0, 0.8],
    [0, 1.2],
    [1, 0.8],
    [1, 1.2],
  ]);
  for (const { rankCorrelation, topKKept } of changes) {
    expect(rankCorrelation).toBeGreaterThan(0.99);
    expect(topKKept).toBeGreaterThanOrEqual(0.85);
    expect(topKKept).toBeLessThanOrEqual(1);
  }
  expect(
    weightSensitivity({ weights: [0.6, 0.4], standardised: standardised.toReversed(), seats: 20 }),
  ).toEqual(changes);
});

test('a weight that decides the order shows itself', () => {
  // 1.0 against 1.0 for the first two; with the first weight × .8 the second leads
  const standardised = [
    [2, 0],
    [0, 2.1],
    [-1, -1],
    [-2, 0],
  ];
  const [smaller, larger] = weightSensitivity({ weights: [0.52, 0.48], standardised, seats: 1 });
  expect(smaller!.topKKept).toBe(0);
  // places 1, 2, 3, 4 → 2, 1, 4, 3: Spearman 1 − 6·4/60, but the last two keep theirs
  expect(smaller!.rankCorrelation).toBeLessThan(1);
  expect(larger!.topKKept).toBe(1);
});

test('the tied at the cut share its seats', () => {
  const standardised = [
    [1, 1],
    [1, 1],
    [0, 0],
    [-1, 2],
  ];
  for (const { topKKept } of weightSensitivity({ weights: [1, 1], standardised, seats: 1 })) {
    expect(topKKept).toBe(1);
  }
});

test('refuses what has no order', () => {
  const input = {
    weights: [1, 1],
    standardised: [
      [1, 2],
      [2, 1],
      [0, 0],
    ],
    seats: 1,
  };
  expect(() => weightSensitivity({ ...input, weights: [1] })).toThrow(RangeError);
  expect(() => weightSensitivity({ ...input, weights: [1, -1] })).toThrow(RangeError);
  expect(() => weightSensitivity({ ...input, seats: 4 })).toThrow(RangeError);
  expect(() => weightSensitivity({ ...input, seats: 0 })).toThrow(RangeError);
  expect(() => weightSensitivity({ ...input, change: 1 })).toThrow(RangeError);
  expect(() =>
    weightSensitivity({
      ...input,
      standardised: [
        [1, NaN],
        [1, 2],
      ],
    }),
  ).toThrow(RangeError);
  expect(() =>
    weightSensitivity({
      ...input,
      standardised: [
        [1, 1],
        [1, 1],
      ],
    }),
  ).toThrow(RangeError);
});

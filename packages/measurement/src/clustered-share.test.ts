import { expect, test } from 'vitest';
import { clusteredShareInterval } from './clustered-share.ts';
import { logistic } from './deterministic-math.ts';
import { wilsonInterval } from './intervals.ts';
import { seededRandom } from './seeded-random.ts';

test('with one answer a learner it is Wilson’s, wider by t', () => {
  const one = Array.from({ length: 400 }, (_, i) => ({ right: i < 300 ? 1 : 0, count: 1 }));
  const [low, high] = clusteredShareInterval(one);
  const [wilsonLow, wilsonHigh] = wilsonInterval(300, 400);
  expect(low).toBeCloseTo(wilsonLow, 3);
  expect(high).toBeCloseTo(wilsonHigh, 3);
  expect(low).toBeLessThan(wilsonLow);
});

test('agrees with R where learners’ answers go together', () => {
  // R: R <- c(8, 1, 6, 9, 2, 5); N <- c(10, 8, 7, 10, 9, 6); p <- sum(R) / sum(N); m <- 6
  //    D <- sum((R - p * N)^2) * m / (m - 1) / (p * (1 - p) * sum(N))
  //    n <- sum(N) / D * (qnorm(.975) / qt(.975, 5))^2; then Wilson's formula with n
  const clusters = [8, 1, 6, 9, 2, 5].map((right, i) => ({ right, count: [10, 8, 7, 10, 9, 6][i]! }));
  const [low, high] = clusteredShareInterval(clusters);
  expect(low).toBeCloseTo(0.27604693150873, 9);
  expect(high).toBeCloseTo(0.87470898876997, 9);
  expect(clusteredShareInterval([...clusters.toReversed(), { right: 0, count: 0 }])).toEqual([low, high]);
});

test('covers 93–97 % where Wilson’s would not', () => {
  const random = seededRandom('clusters');
  const learners = 28;
  const draw = (people: number) =>
    Array.from({ length: people }, () => {
      const able = logistic(0.8 + 1.2 * random.normal());
      const count = 2 + random.integer(9);
      let right = 0;
      for (let i = 0; i < count; i++) if (random.next() < able) right += 1;
      return { right, count };
    });
  const whole = draw(200_000);
  const truth =
    whole.reduce((sum, { right }) => sum + right, 0) / whole.reduce((sum, { count }) => sum + count, 0);
  const rounds = 2000;
  const held = { clustered: 0, wilson: 0 };
  const holds = ([low, high]: readonly [number, number]) => (low <= truth && truth <= high ? 1 : 0);
  for (let r = 0; r < rounds; r++) {
    const clusters = draw(learners);
    held.clustered += holds(clusteredShareInterval(clusters));
    held.wilson += holds(
      wilsonInterval(
        clusters.reduce((sum, { right }) => sum + right, 0),
        clusters.reduce((sum, { count }) => sum + count, 0),
      ),
    );
  }
  expect(held.clustered / rounds).toBeGreaterThanOrEqual(0.93);
  expect(held.clustered / rounds).toBeLessThanOrEqual(0.97);
  expect(held.wilson / rounds).toBeLessThan(0.88);
});

test('all right has an interval too, and what says nothing is refused', () => {
  const sure = Array.from({ length: 5 }, () => ({ right: 4, count: 4 }));
  const [low, high] = clusteredShareInterval(sure);
  expect(high).toBe(1);
  expect(low).toBeGreaterThan(0.6);
  expect(low).toBeLessThan(0.84);
  expect(() => clusteredShareInterval([])).toThrow(RangeError);
  expect(() => clusteredShareInterval([{ right: 4, count: 4 }])).toThrow(/learners/);
  expect(() => clusteredShareInterval([...sure, { right: 2, count: 1 }])).toThrow(/exceeds/);
  expect(() => clusteredShareInterval(sure, 1)).toThrow(RangeError);
});

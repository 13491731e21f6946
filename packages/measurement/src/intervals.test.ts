import { expect, test, vi } from 'vitest';
import {
  correlationInterval,
  shareDifferenceInterval,
  tInterval,
  tIntervalOf,
  wilsonInterval,
} from './intervals.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const closeTo = (ours: readonly number[], theirs: readonly number[]): void =>
  ours.forEach((value, i) => expect(value).toBeCloseTo(theirs[i]!, 12));

test('wilsonInterval agrees with R', () => {
  // R: prop.test(7, 10, correct = FALSE)$conf.int
  closeTo(wilsonInterval(7, 10), [0.396778147461145, 0.892208732593699]);
  // R: prop.test(0, 10, correct = FALSE)$conf.int
  closeTo(wilsonInterval(0, 10), [0, 0.277532799862889]);
  closeTo(wilsonInterval(10, 10), [1 - 0.277532799862889, 1]);
  // R: prop.test(180, 200, correct = FALSE, conf.level = .9)$conf.int
  closeTo(wilsonInterval(180, 200, 0.9), [0.859593373754511, 0.929728897721668]);
});

test('correlationInterval agrees with R', () => {
  // R: with(as.data.frame(lsat6), cor.test(lsat6[, 1], rowSums(lsat6[, 2:5]))$conf.int), and item 4
  const ofFirst = correlationInterval(0.112832688922, 1000);
  expect(ofFirst[0]).toBeCloseTo(0.051197727, 8);
  expect(ofFirst[1]).toBeCloseTo(0.173611386, 8);
  const ofFourth = correlationInterval(-0.144428095247, 1000);
  expect(ofFourth[0]).toBeCloseTo(-0.204589378, 8);
  expect(ofFourth[1]).toBeCloseTo(-0.083179766, 8);
  expect(() => correlationInterval(1, 20)).toThrow(RangeError);
  expect(() => correlationInterval(0.5, 3)).toThrow(RangeError);
});

test('the difference of two shares has the interval that Newcombe published', () => {
  // Newcombe (1998), Statistics in Medicine 17, table II, method 10: 56/70 − 48/80 and 9/10 − 3/10
  const rounded = (...input: Parameters<typeof shareDifferenceInterval>) =>
    shareDifferenceInterval(...input).map((end) => Math.round(end * 1e4) / 1e4);
  expect(rounded(56 / 70, 48 / 80, [70, 80])).toEqual([0.0524, 0.3339]);
  expect(rounded(9 / 10, 3 / 10, [10, 10])).toEqual([0.1705, 0.809]);
  expect(() => shareDifferenceInterval(1.1, 0, [10, 10])).toThrow(RangeError);
  expect(() => shareDifferenceInterval(0.5, 0.5, [0, 10])).toThrow(RangeError);
});

test('wilsonInterval refuses what is no share', () => {
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(NaN, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(0.5, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(1, 2, 1)).toThrow(RangeError);
});

test('tInterval agrees with R', () => {
  const estimate = tInterval([3, 5, 8, 1, 9, 4, 7, 2, 6, 10]);
  expect(estimate.mean).toBe(5.5);
  expect(estimate.df).toBe(9);
  // R: t.test(c(3, 5, 8, 1, 9, 4, 7, 2, 6, 10))$conf.int
  closeTo(estimate.interval, [3.33414941033183, 7.66585058966817]);
});

test('tInterval refuses a single value and values that are not finite', () => {
  expect(() => tInterval([1])).toThrow(RangeError);
  expect(() => tInterval([1, NaN])).toThrow(RangeError);
  expect(() => tIntervalOf(1, NaN, 3)).toThrow(RangeError);
  expect(() => tIntervalOf(1, 1, 0)).toThrow(RangeError);
});

test.each([
  ['normal', 10, 0, (z: number) => z],
  ['uniform', 10, 0.5, (_: number, u: number) => u],
  ['binary, share .3', 30, 0.3, (_: number, u: number) => (u < 0.3 ? 1 : 0)],
  ['mildly skewed lognormal', 30, Math.exp(0.08), (z: number) => Math.exp(0.4 * z)],
])('tInterval covers 93–97 per cent for %s values, n = %i', (_, n, truth, shape) => {
  const random = seededRandom(`coverage of t, ${n}`);
  let covered = 0;
  const rounds = 4000;
  for (let r = 0; r < rounds; r++) {
    const values = Array.from({ length: n }, () => shape(random.normal(), random.next()));
    const [low, high] = tInterval(values).interval;
    if (low <= truth && truth <= high) covered += 1;
  }
  expect(covered / rounds).toBeGreaterThan(0.93);
  expect(covered / rounds).toBeLessThan(0.97);
});

test.each([10, 20, 50, 100, 200])('wilsonInterval covers what it says, n = %i', (n) => {
  // exact coverage, summed over the binomial distribution
  const shares = Array.from({ length: 19 }, (_, i) => 0.05 * (i + 1));
  const coverages = shares.map((share) => {
    let covered = 0;
    let probability = (1 - share) ** n;
    for (let right = 0; right <= n; right++) {
      const [low, high] = wilsonInterval(right, n);
      if (low <= share && share <= high) covered += probability;
      probability *= ((n - right) / (right + 1)) * (share / (1 - share));
    }
    return covered;
  });
  expect(Math.min(...coverages)).toBeGreaterThan(0.91);
  expect(Math.max(...coverages)).toBeLessThan(0.985);
  const average = coverages.reduce((sum, covered) => sum + covered, 0) / coverages.length;
  expect(Math.abs(average - 0.95)).toBeLessThan(0.015);
});

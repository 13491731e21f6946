import { expect, test, vi } from 'vitest';
import { noncentralTCdf } from './noncentral-t.ts';
import { hedgesCorrection, pairedEffect } from './paired-effect.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

// R: sleep$extra by sleep$group
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test("agrees with R on Student's sleep data", () => {
  const effect = pairedEffect(first, second);
  // R: t.test(second, first, paired = TRUE)
  expect(effect.difference).toBeCloseTo(1.58, 12);
  expect(effect.t).toBeCloseTo(4.06212768338, 10);
  expect(effect.df).toBe(9);
  expect(effect.p).toBeCloseTo(0.00283289019738, 12);
  expect(effect.differenceInterval[0]).toBeCloseTo(0.700114236723, 10);
  expect(effect.differenceInterval[1]).toBeCloseTo(2.459885763277, 10);
  // R: effectsize::cohens_d(second, first, paired = TRUE); its optimiser stops near the fourth digit
  expect(effect.dz).toBeCloseTo(1.28455756259, 10);
  expect(effect.interval[0]).toBeCloseTo(0.4146, 4);
  expect(effect.interval[1]).toBeCloseTo(2.118, 4);
  // R: mean(second - first) / sqrt((var(first) + var(second)) / 2)
  expect(effect.dav).toBeCloseTo(0.83218108135, 10);
  expect(effect.hedges).toBeCloseTo(0.761, 3);
});

test('agrees with effectsize on its own data', () => {
  // R: effectsize::hardlyworking$n_comps[1:30], $xtra_hours[1:30]
  const comps = [1, 0, 3, 1, 0, 2, 0, 1, 0, 0, 0, 1, 2, 0, 0, 1, 0, 2, 1, 1, 2, 0, 3, 3, 1, 3, 0, 1, 1, 0];
  const hours = [
    4.16, 1.62, 1.19, 7.19, 11.26, 3.63, 3.1, 10.64, 1.87, 3.79, 12.88, 0.74, 3.22, 5.13, 8.29, 4.3, 2.98,
    4.28, 0.69, 2.21, 0.31, 0.94, 2.27, 5.25, 1.6, 3.46, 14.31, 5.75, 0.78, 7.7,
  ];
  const effect = pairedEffect(comps, hours);
  // R: t.test(hours, comps, paired = TRUE)
  expect(effect.t).toBeCloseTo(4.55762949542, 10);
  expect(effect.p).toBeCloseTo(8.65779551042e-5, 14);
  // R: effectsize::cohens_d(hours, comps, paired = TRUE); its optimiser stops near the fourth digit
  expect(effect.dz).toBeCloseTo(0.8321054945, 9);
  expect(effect.interval[0]).toBeCloseTo(0.4102462, 3);
  expect(effect.interval[1]).toBeCloseTo(1.243308, 3);
  // R: effectsize::cohens_d(hours, comps)$Cohens_d, whose pooled deviation is that of d_av at equal n
  expect(effect.dav).toBeCloseTo(1.2741174367, 9);
});

test('the noncentral t agrees with R', () => {
  // R: pt(c(2, 4, -1, 150), c(1, 9, 30, 5000), c(1, 2.5, .3, 145))
  expect(noncentralTCdf(2, 1, 1)).toBeCloseTo(0.62287196446, 7);
  expect(noncentralTCdf(4, 9, 2.5)).toBeCloseTo(0.845929518881, 9);
  expect(noncentralTCdf(-1, 30, 0.3)).toBeCloseTo(0.100063555871, 9);
  // beyond a noncentrality of 37.62 R falls back on a normal approximation
  expect(noncentralTCdf(150, 5000, 145)).toBeCloseTo(0.9972, 3);
  expect(() => noncentralTCdf(1, 0, 1)).toThrow(RangeError);
  expect(() => noncentralTCdf(NaN, 3, 1)).toThrow(RangeError);
});

test('pre and post exchanged change every sign', () => {
  const there = pairedEffect(first, second);
  const back = pairedEffect(second, first);
  for (const key of ['difference', 't', 'dz', 'dav', 'hedges'] as const) {
    expect(back[key]).toBeCloseTo(-there[key], 12);
  }
  expect(back.p).toBeCloseTo(there.p, 14);
  expect(back.interval[0]).toBeCloseTo(-there.interval[1], 8);
});

test("Hedges' correction is 1 − 3/(4·df − 1)", () => {
  expect(hedgesCorrection(9)).toBeCloseTo(1 - 3 / 35, 14);
  expect(() => hedgesCorrection(0)).toThrow(RangeError);
});

test('the interval of d_z covers 93–97 % at n = 10 and n = 40', () => {
  for (const [n, truth] of [
    [10, 0.8],
    [40, 0.4],
  ] as const) {
    const random = seededRandom(`d_z ${n}`);
    let covered = 0;
    const rounds = 800;
    for (let r = 0; r < rounds; r++) {
      const pre = Array.from({ length: n }, () => random.normal());
      const post = pre.map((value) => value + truth + random.normal());
      const [low, high] = pairedEffect(pre, post).interval;
      if (low <= truth && truth <= high) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.93);
    expect(covered / rounds).toBeLessThan(0.97);
  }
});

test('refuses too few pairs, constant differences and what is not finite', () => {
  expect(() => pairedEffect([1], [2])).toThrow(RangeError);
  expect(() => pairedEffect([1, 2], [2])).toThrow(RangeError);
  expect(() => pairedEffect([1, 2, 3], [2, 3, 4])).toThrow(/same difference/);
  expect(() => pairedEffect([1, 2, NaN], [2, 3, 5])).toThrow(RangeError);
  expect(() => pairedEffect([], [])).toThrow(RangeError);
});

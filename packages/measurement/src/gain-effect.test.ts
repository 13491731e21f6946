import { expect, test, vi } from 'vitest';
import { gainEffect } from './gain-effect.ts';
import type { GainPair } from './knowledge-gain.ts';
import { pairedEffect } from './paired-effect.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

function cohort(seed: number | string, nAb: number, nBa: number, gain: number): GainPair[] {
  const random = seededRandom(seed);
  return Array.from({ length: nAb + nBa }, (_, i) => {
    const ability = 0.8 * random.normal();
    return {
      order: i < nAb ? 'AB' : 'BA',
      pre: ability + 0.6 * random.normal(),
      post: ability + gain + 0.6 * random.normal(),
    };
  });
}

test('with equal orders it is d_av of the pairs', () => {
  const pairs = cohort(1, 20, 20, 0.7);
  const effect = gainEffect(pairs);
  const plain = pairedEffect(
    pairs.map(({ pre }) => pre),
    pairs.map(({ post }) => post),
  );
  expect(effect.dav).toBeCloseTo(plain.dav, 12);
  expect(effect.hedges).toBeCloseTo(plain.hedges, 12);
  expect(effect.interval[0]).toBeLessThan(effect.hedges);
  expect(effect.interval[1]).toBeGreaterThan(effect.hedges);
});

test('ignores the order of learners, to the last bit', () => {
  const pairs = cohort(2, 25, 15, 0.5);
  const options = { replicates: 200 };
  expect(gainEffect(seededRandom(3).shuffle(pairs), options)).toEqual(gainEffect(pairs, options));
});

test.each([30, 60])('its interval covers 93–97 per cent at %i pairs', (n) => {
  let covered = 0;
  const rounds = 500;
  // ability variance .64 and error .36 make both scores' variance 1, so d_av is the gain
  for (let r = 0; r < rounds; r++) {
    const pairs = cohort(`d ${r}`, n / 2, n / 2, 0.6);
    const [low, high] = gainEffect(pairs, { replicates: 600, seed: r }).interval;
    if (low <= 0.6 && 0.6 <= high) covered += 1;
  }
  expect(covered / rounds).toBeGreaterThan(0.93);
  expect(covered / rounds).toBeLessThan(0.97);
});

test('refuses under 30 pairs, one order, and scores all alike', () => {
  expect(() => gainEffect(cohort(4, 15, 14, 0.5))).toThrow(RangeError);
  expect(() => gainEffect(cohort(4, 40, 0, 0.5))).toThrow(/orders/);
  expect(() => gainEffect(cohort(4, 40, 1, 0.5))).toThrow(/pairs in order BA/);
  const alike = cohort(5, 20, 20, 0).map(({ order }) => ({ order, pre: 1, post: 1 }));
  expect(() => gainEffect(alike)).toThrow(RangeError);
  expect(() => gainEffect([...cohort(4, 20, 20, 0.5), { order: 'AB', pre: NaN, post: 1 }])).toThrow(
    RangeError,
  );
});

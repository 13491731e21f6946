import { expect, test, vi } from 'vitest';
import { gainBeyondComparison, retestEffect, selfEfficacyGain } from './gain-comparisons.ts';
import { knowledgeGain, type GainPair } from './knowledge-gain.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

test('the retest effect is the balanced difference of the gains', () => {
  const gains = Array.from({ length: 12 }, (_, i) => ({
    order: i < 8 ? 'AB' : 'BA',
    withAnchors: 20 + i,
    withoutAnchors: 18 + i - (i % 2) * 2,
  }));
  expect(retestEffect(gains).gain).toBeCloseTo(3, 12);
  expect(() => retestEffect(gains.slice(0, 8))).toThrow(RangeError);
});

test("a comparison group's gain is subtracted, and the errors add", () => {
  const compared = gainBeyondComparison(
    { gain: 15.5, standardError: 3, df: 20 },
    { gain: 5, standardError: 4, df: 30 },
  );
  expect(compared.effect).toBe(10.5);
  expect(compared.standardError).toBe(5);
  // Satterthwaite: 25²/(9²/20 + 16²/30)
  expect(compared.df).toBeCloseTo(625 / (81 / 20 + 256 / 30), 12);
  // R: 10.5 - qt(.975, 625 / (81 / 20 + 256 / 30)) * 5
  expect(compared.interval[0]).toBeCloseTo(0.455545314828, 8);
  const still = { gain: 1, standardError: 0, df: 9 };
  expect(() => gainBeyondComparison(still, still)).toThrow(RangeError);
  expect(() => gainBeyondComparison({ ...still, gain: NaN }, compared as never)).toThrow(RangeError);
});

test('without an effect, unequal groups differ at .05 in 5 % of rounds', () => {
  const random = seededRandom('false positives');
  const cohort = (n: number, spread: number): GainPair[] =>
    Array.from({ length: n }, (_, i) => ({
      order: i % 2 === 0 ? 'AB' : 'BA',
      pre: 0,
      post: 5 + spread * random.normal(),
    }));
  let found = 0;
  const rounds = 4000;
  for (let r = 0; r < rounds; r++) {
    const { interval } = gainBeyondComparison(knowledgeGain(cohort(12, 3)), knowledgeGain(cohort(48, 1)));
    if (interval[0] > 0 || interval[1] < 0) found += 1;
  }
  expect(found / rounds).toBeGreaterThan(0.04);
  expect(found / rounds).toBeLessThan(0.06);
});

test('self-efficacy gain shows response shift apart', () => {
  const records = Array.from({ length: 12 }, (_, i) => ({
    before: 3,
    after: 4,
    then: i % 2 === 0 ? 2 : 3,
  }));
  const { gain, responseShift } = selfEfficacyGain(records);
  expect(gain.mean).toBe(1);
  expect(responseShift!.gainLookingBack.mean).toBeCloseTo(1.5, 12);
  expect(responseShift!.shift.mean).toBeCloseTo(-0.5, 12);
  const fewLookedBack = records.map((record, i) => (i < 9 ? record : { before: 3, after: 4 }));
  expect(selfEfficacyGain(fewLookedBack)).not.toHaveProperty('responseShift');
  expect(() => selfEfficacyGain(records.slice(0, 9))).toThrow(RangeError);
  expect(() => selfEfficacyGain([...records, { before: 0, after: 4 }])).toThrow(RangeError);
});

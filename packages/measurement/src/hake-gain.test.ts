import { expect, test, vi } from 'vitest';
import { hakeBand, hakeGain, hakeGainInterval, normalizedChange } from './hake-gain.ts';
import { seededRandom } from './seeded-random.ts';

// a simulation, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const pre = [50, 40, 65, 35, 55, 45, 60, 30, 70, 50, 40, 55];
const post = [60, 45, 75, 50, 55, 60, 65, 45, 80, 50, 55, 70];
const pairs = pre.map((before, i) => ({ order: i % 2 ? 'BA' : 'AB', pre: before, post: post[i]! }));

test('is the share of what could be gained', () => {
  expect(hakeGain(40, 70, 100)).toBe(0.5);
  expect(hakeGain(8, 11, 20)).toBe(0.25);
  expect(hakeGain(50, 40, 100)).toBe(-0.2);
});

test('its interval is Fieller’s, balanced over the orders', () => {
  // R: those g for which mean(d − g·e)² = t² · SE², d = post − pre, e = 100 − pre, both balanced over the
  // orders, t = qt(.975, 9.423663), by uniroot
  const [low, high] = hakeGainInterval(pairs, 100);
  expect(low).toBeCloseTo(0.1163807155, 9);
  expect(high).toBeCloseTo(0.2645659722, 9);
  expect(hakeGainInterval(pairs.toReversed(), 100)).toEqual([low, high]);
});

test.each([10, 40])('its interval covers 93–97 %% at %i pairs', (people) => {
  const random = seededRandom(`hake ${people}`);
  let covered = 0;
  const rounds = 1500;
  for (let r = 0; r < rounds; r++) {
    const drawn = Array.from({ length: people }, (_, i) => {
      const before = Math.min(100, Math.max(0, 45 + 14 * random.normal() + (i % 2 ? 3 : -3)));
      const after = before + 0.4 * (100 - before) + 10 * random.normal() + (i % 2 ? -6 : 6);
      return { order: i % 2 ? 'BA' : 'AB', pre: before, post: Math.min(100, Math.max(0, after)) };
    });
    const [low, high] = hakeGainInterval(drawn, 100);
    if (low <= 0.4 && 0.4 <= high) covered += 1;
  }
  expect(covered / rounds).toBeGreaterThanOrEqual(0.93);
  expect(covered / rounds).toBeLessThanOrEqual(0.97);
});

test('bands: low below .3, high above .7', () => {
  // Hake (1998), 62 courses: traditional .23 (± .04), interactive engagement .48 (± .14). The spreads over courses are
  // literature, as are the log-losses of the review's source and the effects of teaching: nothing here computes them.
  expect(hakeBand(0.23)).toBe('low');
  expect(hakeBand(0.48)).toBe('medium');
  expect([0.3, 0.7, 0.71].map(hakeBand)).toEqual(['medium', 'medium', 'high']);
});

test('the gain of the means is not the mean of the gains', () => {
  const individual = (hakeGain(20, 60, 100) + hakeGain(90, 85, 100)) / 2;
  expect(hakeGain(55, 72.5, 100)).toBeCloseTo(17.5 / 45, 12);
  expect(individual).toBe(0);
});

test('normalizedChange divides losses by what could be lost', () => {
  expect(normalizedChange(40, 70, 100)).toBe(0.5);
  expect(normalizedChange(80, 60, 100)).toBe(-0.25);
  expect(normalizedChange(60, 60, 100)).toBe(0);
  expect(normalizedChange(60, 100, 100)).toBe(1);
  expect(normalizedChange(60, 0, 100)).toBe(-1);
});

test('refuses what cannot gain or says nothing', () => {
  expect(() => hakeGain(100, 100, 100)).toThrow(RangeError);
  expect(() => hakeGain(-1, 50, 100)).toThrow(RangeError);
  expect(() => hakeGain(NaN, 50, 100)).toThrow(RangeError);
  expect(() => hakeGain(10, 50, 0)).toThrow(RangeError);
  expect(() => normalizedChange(0, 0, 100)).toThrow(RangeError);
  expect(() => normalizedChange(100, 100, 100)).toThrow(RangeError);
  expect(() => normalizedChange(10, 101, 100)).toThrow(RangeError);
  expect(() => hakeBand(NaN)).toThrow(RangeError);
  expect(() => hakeBand(-Infinity)).toThrow(RangeError);
  expect(() => hakeGainInterval(pairs.slice(0, 9), 100)).toThrow(/pairs/);
  expect(() => hakeGainInterval(pairs, 75)).toThrow(/post/);
  const atTop = pairs.map((pair) => ({ ...pair, pre: 100 - (pair.pre === 30 ? 5 : 0), post: 100 }));
  expect(() => hakeGainInterval(atTop, 100)).toThrow(/does not differ from 0/);
});

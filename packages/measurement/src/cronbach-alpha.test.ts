import { expect, test } from 'vitest';
import { cronbachAlpha, cronbachAlphaInterval } from './cronbach-alpha.ts';
import { lsat6 } from './lsat.ts';
import { variance } from './moments.ts';

test('LSAT-6 has α .2950', () => {
  // Bock & Lieberman's data; R: psych::alpha(psych::lsat6)$total$raw_alpha
  expect(lsat6).toHaveLength(1000);
  expect(cronbachAlpha(lsat6)).toBeCloseTo(0.294997192216, 11);
  // p(1 − p) over n against the total's variance over n − 1 would give .2960
  const shares = [0.924, 0.709, 0.553, 0.763, 0.87];
  const mixed = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const total = variance(lsat6.map((row) => row.reduce((sum, x) => sum + x, 0)));
  expect((5 / 4) * (1 - mixed / total)).toBeCloseTo(0.296, 4);
});

test('the interval of α is Feldt’s', () => {
  // R: psych::alpha.ci(0.294997192216, n.obs = 1000, n.var = 5, digits = 12)
  const [low, high] = cronbachAlphaInterval(lsat6);
  expect(low).toBeCloseTo(0.2234738, 7);
  expect(high).toBeCloseTo(0.3618025, 7);
  expect(() => cronbachAlphaInterval(lsat6, 1)).toThrow(RangeError);
  expect(() => cronbachAlphaInterval([[1], [0]])).toThrow(/items/);
});

test('people with a missing response are left out', () => {
  expect(cronbachAlpha([...lsat6, [1, null, 1, 0, 1]])).toBe(cronbachAlpha(lsat6));
});

test('items that contradict each other give a negative α', () => {
  expect(
    cronbachAlpha([
      [1, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 1],
    ]),
  ).toBeLessThan(0);
});

test('refuses what has no reliability', () => {
  expect(() => cronbachAlpha([])).toThrow(RangeError);
  expect(() => cronbachAlpha([[1], [0]])).toThrow(/items/);
  expect(() => cronbachAlpha([[1, 0]])).toThrow(/people/);
  expect(() =>
    cronbachAlpha([
      [1, 0],
      [1, 1],
      [1, 0],
    ]),
  ).toThrow(/item 0 is constant/);
  expect(() =>
    cronbachAlpha([
      [1, 0],
      [0, 1],
    ]),
  ).toThrow(/same total/);
  expect(() =>
    cronbachAlpha([
      [1, NaN],
      [0, 1],
    ]),
  ).toThrow(RangeError);
  expect(() => cronbachAlpha([[1, 0], [0]])).toThrow(RangeError);
  expect(() =>
    cronbachAlpha([
      [1, null],
      [null, 1],
    ]),
  ).toThrow(/people/);
});

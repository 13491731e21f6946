import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brierDecomposition, brierScore } from './brier-score.ts';
import { groupByForecast } from './scored-forecasts.ts';

test('y = 0, 1, 1, 0 with p = .1, .9, .8, .3 scores .0375', () => {
  expect(brierScore([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3])).toBeCloseTo(0.0375, 15);
});

test('different guesses are not lumped: .2035 by value, .2101 lumped', () => {
  const byValue = brierDecomposition([
    { n: 10, forecast: 0.25, observed: 0.2 },
    { n: 10, forecast: 0.333, observed: 0.4 },
  ]);
  expect(byValue.brier).toBeCloseTo(0.2035, 4);
  const lumped = brierDecomposition([{ n: 20, forecast: (0.25 + 0.333) / 2, observed: 0.3 }]);
  expect(lumped.brier).toBeCloseTo(0.2101, 4);
});

const scored = fc.array(
  fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 0.2, 0.25, 1 / 3, 0.5, 0.7, 0.85, 0.97, 1)),
  { minLength: 1, maxLength: 200 },
);

test('reliability − resolution + uncertainty equals the Brier score to 1e-12', () => {
  fc.assert(
    fc.property(scored, (rows) => {
      const y = rows.map(([outcome]) => outcome);
      const p = rows.map(([, forecast]) => forecast);
      const parts = brierDecomposition(
        groupByForecast(y, p).map(({ forecast, n, right }) => ({
          forecast,
          n,
          observed: right / n,
        })),
      );
      const sum = parts.reliability - parts.resolution + parts.uncertainty;
      expect(Math.abs(sum - brierScore(y, p))).toBeLessThan(1e-12);
      expect(Math.abs(sum - parts.brier)).toBeLessThan(1e-12);
    }),
    { seed: 1 },
  );
});

test('refuses what is no forecast', () => {
  expect(() => brierScore([], [])).toThrow(RangeError);
  expect(() => brierScore([1], [NaN])).toThrow(RangeError);
  expect(() => brierDecomposition([])).toThrow(RangeError);
  expect(() => brierDecomposition([{ n: 0, forecast: 0.5, observed: 0.5 }])).toThrow(RangeError);
  expect(() => brierDecomposition([{ n: 2, forecast: 1.5, observed: 0.5 }])).toThrow(RangeError);
  expect(() => brierDecomposition([{ n: 2, forecast: 0.5, observed: NaN }])).toThrow(RangeError);
});

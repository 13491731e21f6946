import { expect, test } from 'vitest';
import { correlation, covariance, mean, standardDeviation, variance } from './moments.ts';

test('moments agree with R', () => {
  const x = [2, 4, 4, 5, 7, 9];
  const y = [1, 3, 2, 5, 6, 6];
  // R: mean(x); var(x); sd(x); cov(x, y); cor(x, y)
  expect(mean(x)).toBeCloseTo(5.16666666666667, 13);
  expect(variance(x)).toBeCloseTo(6.16666666666667, 13);
  expect(standardDeviation(x)).toBeCloseTo(2.48327740429189, 13);
  expect(covariance(x, y)).toBeCloseTo(4.83333333333333, 13);
  expect(correlation(x, y)).toBeCloseTo(0.91079755155421, 12);
});

test('variance keeps its digits far from zero', () => {
  expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
});

test('moments refuse what has none', () => {
  expect(() => mean([])).toThrow(RangeError);
  expect(() => mean([1, NaN])).toThrow(RangeError);
  expect(() => variance([1])).toThrow(RangeError);
  expect(() => covariance([1, 2], [1])).toThrow(RangeError);
  expect(() => correlation([1, 1], [1, 2])).toThrow(RangeError);
});

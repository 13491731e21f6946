import { expect, test } from 'vitest';
import { lsat6 } from './lsat.ts';
import { standardErrorOfMeasurement } from './standard-error-of-measurement.ts';

test('LSAT-6 has a standard error of .869', () => {
  // R: sd(rowSums(lsat6)) * sqrt(1 - psych::alpha(lsat6)$total$raw_alpha)
  expect(standardErrorOfMeasurement(lsat6)).toBeCloseTo(0.869066612393, 11);
});

test('the standard error of measurement follows from s and reliability', () => {
  expect(standardErrorOfMeasurement(10, 0.91)).toBeCloseTo(3, 12);
  expect(standardErrorOfMeasurement(10, 1)).toBe(0);
  expect(() => standardErrorOfMeasurement(-1, 0.5)).toThrow(RangeError);
  expect(() => standardErrorOfMeasurement(1, 1.1)).toThrow(RangeError);
  expect(() => standardErrorOfMeasurement(1, NaN)).toThrow(RangeError);
});

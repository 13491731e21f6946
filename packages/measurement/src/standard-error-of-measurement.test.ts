import { expect, test } from 'vitest';
import { lsat6 } from './lsat.ts';
import {
  standardErrorOfMeasurement,
  standardErrorOfMeasurementInterval,
} from './standard-error-of-measurement.ts';

test('LSAT-6 has a standard error of .869', () => {
  // R: sd(rowSums(lsat6)) * sqrt(1 - psych::alpha(lsat6)$total$raw_alpha)
  expect(standardErrorOfMeasurement(lsat6)).toBeCloseTo(0.869066612393, 11);
});

test('its interval is that of a mean over people', () => {
  // R: d <- sweep(lsat6, 2, colMeans(lsat6)); psi <- (5 * rowSums(d^2) - rowSums(d)^2) / 4 * 1000 / 999
  //    sqrt(mean(psi) + c(-1, 1) * qt(.975, 999) * sd(psi) / sqrt(1000))
  const [low, high] = standardErrorOfMeasurementInterval(lsat6);
  expect(low).toBeCloseTo(0.8502253981894, 10);
  expect(high).toBeCloseTo(0.8875079300081, 10);
  expect(standardErrorOfMeasurementInterval([...lsat6, [1, null, 1, 0, 1]])).toEqual([low, high]);
  expect(() => standardErrorOfMeasurementInterval([[1], [0]])).toThrow(/items/);
});

test('the standard error of measurement follows from s and reliability', () => {
  expect(standardErrorOfMeasurement(10, 0.91)).toBeCloseTo(3, 12);
  expect(standardErrorOfMeasurement(10, 1)).toBe(0);
  expect(() => standardErrorOfMeasurement(-1, 0.5)).toThrow(RangeError);
  expect(() => standardErrorOfMeasurement(1, 1.1)).toThrow(RangeError);
  expect(() => standardErrorOfMeasurement(1, NaN)).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { calibrationBias, calibrationBiasEstimate } from './calibration-bias.ts';

test('bias is mean confidence minus share right', () => {
  // .525 − .5
  expect(calibrationBias([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3])).toBeCloseTo(0.025, 14);
  expect(calibrationBias([0, 0], [0.97, 0.97])).toBe(0.97);
  expect(calibrationBias([1, 1], [0.25, 0.25])).toBe(-0.75);
});

test('its estimate carries a t interval from ten responses', () => {
  const y = [1, 0, 1, 1, 0, 0, 1, 0, 1, 1];
  const p = [0.97, 0.85, 0.7, 0.5, 0.5, 0.25, 0.97, 0.7, 0.85, 0.97];
  const estimate = calibrationBiasEstimate(y, p);
  expect(estimate.mean).toBeCloseTo(calibrationBias(y, p), 14);
  // R: t.test(p - y)$conf.int
  expect(estimate.interval[0]).toBeCloseTo(-0.187765538645883, 12);
  expect(estimate.interval[1]).toBeCloseTo(0.439765538645883, 12);
  expect(() => calibrationBiasEstimate(y.slice(1), p.slice(1))).toThrow(RangeError);
});

test('refuses what is no forecast', () => {
  expect(() => calibrationBias([], [])).toThrow(RangeError);
  expect(() => calibrationBias([2], [0.5])).toThrow(RangeError);
  expect(() => calibrationBias([1], [NaN])).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { calibrationError } from './calibration-error.ts';

test('calibrationError is the mean distance of confidence from the share right', () => {
  const y = [...new Array(10).keys()].map((i) => (i < 5 ? 1 : 0));
  // (10·|.7 − .5| + 10·|.25 − .5|)/20
  const p = [...new Array<number>(10).fill(0.7), ...new Array<number>(10).fill(0.25)];
  expect(calibrationError([...y, ...y], p)).toBeCloseTo(0.225, 14);
  expect(calibrationError([1, 0], [1, 0])).toBe(0);
});

test('refuses what is no forecast', () => {
  expect(() => calibrationError([], [])).toThrow(RangeError);
  expect(() => calibrationError([1, 0], [0.5])).toThrow(RangeError);
  expect(() => calibrationError([1], [NaN])).toThrow(RangeError);
});

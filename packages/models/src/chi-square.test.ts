import { expect, test } from 'vitest';
import { chiSquareUpperTail } from './chi-square.ts';

test.each([
  // R: pchisq(x, df, lower.tail = FALSE)
  [0.2215, 1, 0.637902],
  [3.841459, 1, 0.05],
  [10, 1, 0.001565402],
  [5.991465, 2, 0.05],
  [7.814728, 3, 0.05],
  [18.30704, 10, 0.05],
  [2, 5, 0.849145],
  [40, 7, 1.25879e-6],
])('χ² of %f with %i degrees of freedom has P %f', (statistic, df, p) => {
  expect(Math.abs(chiSquareUpperTail(statistic, df) / p - 1)).toBeLessThan(2e-5);
});

test('nothing observed is certain, and negative statistics are refused', () => {
  expect(chiSquareUpperTail(0, 1)).toBe(1);
  expect(chiSquareUpperTail(0, 4)).toBe(1);
  expect(() => chiSquareUpperTail(-1, 1)).toThrow(RangeError);
  expect(() => chiSquareUpperTail(1, 0)).toThrow(RangeError);
});

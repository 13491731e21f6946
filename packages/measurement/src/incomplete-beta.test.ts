import { expect, test } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';

const close = (ours: number, theirs: number, digits = 1e-11): void =>
  expect(Math.abs(ours / theirs - 1)).toBeLessThan(digits);

test('incompleteBeta agrees with R', () => {
  // R: pbeta(c(.1, .5, .9, .01), c(2, .5, 10, 50), c(3, .5, .3, 1000))
  close(incompleteBeta(2, 3, 0.1), 0.0523);
  close(incompleteBeta(0.5, 0.5, 0.5), 0.5);
  close(incompleteBeta(10, 0.3, 0.9), 0.0822095654204897);
  close(incompleteBeta(50, 1000, 0.01), 5.95875751543454e-19);
  expect(incompleteBeta(2, 3, 0)).toBe(0);
  expect(incompleteBeta(2, 3, 1)).toBe(1);
  expect(() => incompleteBeta(0, 1, 0.5)).toThrow(RangeError);
  expect(() => incompleteBeta(1, 1, NaN)).toThrow(RangeError);
});

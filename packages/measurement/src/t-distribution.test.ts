import { expect, test } from 'vitest';
import { tQuantile, tTwoSided } from './t-distribution.ts';

const close = (ours: number, theirs: number, digits = 1e-11): void =>
  expect(Math.abs(ours / theirs - 1)).toBeLessThan(digits);

test("Student's t agrees with R", () => {
  // R: 2 * pt(-c(.5, 4.0621, 2, 10), c(1, 9, 2.5, 100))
  close(tTwoSided(0.5, 1), 0.704832764699134);
  close(tTwoSided(-4.0621, 9), 2.83300784039016e-3);
  close(tTwoSided(2, 2.5), 0.157391495757966);
  close(tTwoSided(10, 100), 9.90168898459409e-17);
  // R: qt(c(.975, .95, .005, .975, .975), c(1, 9, 3.7, 50, 1e5))
  close(tQuantile(0.975, 1), 12.70620473617469);
  close(tQuantile(0.95, 9), 1.83311293265624);
  close(tQuantile(0.005, 3.7), -4.86925225322783);
  close(tQuantile(0.975, 50), 2.00855911210076);
  close(tQuantile(0.975, 1e5), 1.95998770753461);
  expect(tQuantile(0.5, 4)).toBe(0);
  expect(() => tTwoSided(1, 0)).toThrow(RangeError);
  expect(() => tQuantile(1, 4)).toThrow(RangeError);
  expect(() => tQuantile(0.9, NaN)).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { logGamma } from './log-gamma.ts';

const close = (ours: number, theirs: number, digits = 1e-11): void =>
  expect(Math.abs(ours / theirs - 1)).toBeLessThan(digits);

test('logGamma agrees with R', () => {
  // R: lgamma(c(.1, .5, 3.7, 10, 100.5, 1e5))
  const expected = [
    2.25271265173421, 0.5723649429247, 1.42807232666539, 12.8018274800815, 361.435540467778, 1051287.70897366,
  ];
  [0.1, 0.5, 3.7, 10, 100.5, 1e5].forEach((x, i) => close(logGamma(x), expected[i]!, 1e-13));
  expect(() => logGamma(0)).toThrow(RangeError);
  expect(() => logGamma(NaN)).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from './normal-distribution.ts';

const close = (ours: number, theirs: number, digits = 1e-11): void =>
  expect(Math.abs(ours / theirs - 1)).toBeLessThan(digits);

test('normalCdf agrees with R in both tails', () => {
  // R: pnorm(c(-30, -8, -3.5, -3, -1.96, -.1, .5, 2.99, 3.01, 6))
  const expected: [number, number][] = [
    [-30, 4.90671392714819e-198],
    [-8, 6.22096057427178e-16],
    [-3.5, 2.32629079035525e-4],
    [-3, 1.34989803163009e-3],
    [-1.96, 2.49978951482204e-2],
    [-0.1, 0.460172162722971],
    [0.5, 0.691462461274013],
    [2.99, 0.998605112764508],
    [3.01, 0.998693761551231],
    [6, 0.999999999013412],
  ];
  for (const [z, p] of expected) close(normalCdf(z), p);
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(-40)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
  expect(() => normalCdf(NaN)).toThrow(RangeError);
});

test('normalQuantile agrees with R', () => {
  // R: qnorm(c(1e-300, 1e-10, .001, .025, .3, .975, .999999))
  const expected: [number, number][] = [
    [1e-300, -37.047096299361201],
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [0.025, -1.95996398454005],
    [0.3, -0.524400512708041],
    [0.975, 1.95996398454005],
    [0.999999, 4.753424308817089],
  ];
  for (const [p, z] of expected) close(normalQuantile(p), z);
  expect(normalQuantile(0.5)).toBe(0);
  expect(() => normalQuantile(0)).toThrow(RangeError);
  expect(() => normalQuantile(NaN)).toThrow(RangeError);
});

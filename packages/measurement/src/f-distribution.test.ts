import { expect, test } from 'vitest';
import { fQuantile } from './f-distribution.ts';

test('quantiles of F agree with R', () => {
  // R: qf(.975, 9, 63); qf(.025, 9, 63); qf(.5, 3, 7); qf(.975, 999, 3996)
  expect(fQuantile(0.975, 9, 63)).toBeCloseTo(2.32347, 5);
  expect(fQuantile(0.025, 9, 63)).toBeCloseTo(0.2903698, 6);
  expect(fQuantile(0.5, 3, 7)).toBeCloseTo(0.8709443, 6);
  expect(fQuantile(0.975, 999, 3996)).toBeCloseTo(1.101451, 6);
});

test('refuses a probability or degrees of freedom that no F has', () => {
  for (const [p, df1, df2] of [
    [0, 3, 7],
    [1, 3, 7],
    [0.5, 0, 7],
    [0.5, 3, -1],
    [NaN, 3, 7],
  ] as const) {
    expect(() => fQuantile(p, df1, df2)).toThrow(RangeError);
  }
});

import { expect, test } from 'vitest';
import { kelleyEstimate } from './kelley-estimate.ts';

test("Kelley's estimate lies between the score and the mean", () => {
  const { estimate, standardError } = kelleyEstimate({
    score: 80,
    mean: 60,
    sd: 10,
    reliability: 0.9,
  });
  expect(estimate).toBeCloseTo(78, 12);
  expect(standardError).toBeCloseTo(3, 12);
  expect(kelleyEstimate({ score: 80, mean: 60, sd: 10, reliability: 0 }).estimate).toBe(60);
  expect(() => kelleyEstimate({ score: 80, mean: 60, sd: 10, reliability: 1.2 })).toThrow(RangeError);
  expect(() => kelleyEstimate({ score: NaN, mean: 60, sd: 10, reliability: 1 })).toThrow(RangeError);
  expect(() => kelleyEstimate({ score: 1, mean: 60, sd: -1, reliability: 1 })).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { calibrationDots } from './wave-calibration.ts';

test('each level has its dot, whose interval counts learners; under ten responses it has no share', () => {
  const dots = calibrationDots(
    [8, 1, 6, 9, 2, 5].map((right, learner) => ({
      levels: [
        { level: 0, confidence: 0.25, responses: 10, right: learner === 0 ? 10 : 0 },
        { level: 3, confidence: 0.85, responses: 1, right: 1 },
        { level: 4, confidence: 0.97, responses: [10, 8, 7, 10, 9, 6][learner]!, right },
      ],
    })),
  );
  expect(dots.map((dot) => dot.forecast)).toEqual([0.25, 0.5, 0.7, 0.85, 0.97]);
  expect(dots.map((dot) => dot.observed)).toEqual([10 / 60, null, null, null, 31 / 50]);
  expect(dots.map((dot) => dot.responses)).toEqual([60, 0, 0, 6, 50]);
  // By learners, as clusteredShareInterval's test has it from R; Wilson's for 31 of 50 would be [.482, .741].
  expect(dots[4]!.interval![0]).toBeCloseTo(0.27604693150873, 9);
  expect(dots[4]!.interval![1]).toBeCloseTo(0.87470898876997, 9);
});

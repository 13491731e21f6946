import { expect, test } from 'vitest';
import { calibrationDots } from './wave-calibration.ts';

test('each level has its dot; under ten responses it has no share', () => {
  const dots = calibrationDots([
    { level: 0, confidence: 0.25, responses: 40, right: 10 },
    { level: 3, confidence: 0.85, responses: 9, right: 9 },
    { level: 4, confidence: 0.97, responses: 20, right: 14 },
  ]);
  expect(dots.map((dot) => dot.forecast)).toEqual([0.25, 0.5, 0.7, 0.85, 0.97]);
  expect(dots.map((dot) => dot.observed)).toEqual([0.25, null, null, null, 0.7]);
  expect(dots.map((dot) => dot.responses)).toEqual([40, 0, 0, 9, 20]);
  // Wilson, 14 of 20: centre (.7 + z²/40)/(1 + z²/20), z = 1.959964
  expect(dots[4]!.interval![0]).toBeCloseTo(0.481, 4);
  expect(dots[4]!.interval![1]).toBeCloseTo(0.8545, 4);
});

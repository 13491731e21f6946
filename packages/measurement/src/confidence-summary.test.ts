import { expect, test } from 'vitest';
import { confidenceSummary } from './confidence-summary.ts';

test('confidenceSummary gives mean confidence, accuracy and Brier score', () => {
  const summary = confidenceSummary([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]);
  expect(summary.meanConfidence).toBeCloseTo(0.525, 14);
  expect(summary.accuracy).toBe(0.5);
  expect(summary.brier).toBeCloseTo(0.0375, 14);
  expect(() => confidenceSummary([], [])).toThrow(RangeError);
});

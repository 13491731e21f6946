import { expect, test } from 'vitest';
import { confidenceGain, type ConfidencePair } from './confidence-gain.ts';

const cohort: ConfidencePair[] = Array.from({ length: 12 }, (_, i) => ({
  order: i % 2 === 0 ? 'AB' : 'BA',
  before: { meanConfidence: 0.4 + i / 100, accuracy: 0.45, brier: 0.25 },
  after: { meanConfidence: 0.7 + i / 200, accuracy: 0.6 + (i % 3) / 20, brier: 0.2 - i / 1000 },
}));

test('gives confidence, accuracy, bias and Brier side by side', () => {
  const gain = confidenceGain(cohort);
  expect(gain.pairs).toBe(12);
  // mean of i over 0…11 is 5.5, in both orders 5 and 6
  expect(gain.confidence.gain).toBeCloseTo(0.3 - 5.5 / 200, 12);
  expect(gain.accuracy.gain).toBeCloseTo(0.2, 12);
  expect(gain.brier.gain).toBeCloseTo(-0.05 - 0.0055, 12);
  expect(gain.bias.gain).toBeCloseTo(gain.confidence.gain - gain.accuracy.gain, 12);
  expect(gain.bias.after - gain.bias.before).toBeCloseTo(gain.bias.gain, 12);
});

test('ignores the order of learners', () => {
  expect(confidenceGain(cohort.toReversed())).toEqual(confidenceGain(cohort));
});

test('refuses too few pairs and what is no probability', () => {
  expect(() => confidenceGain(cohort.slice(0, 9))).toThrow(RangeError);
  expect(() => confidenceGain([])).toThrow(RangeError);
  const percent = { meanConfidence: 70, accuracy: 0.5, brier: 0.2 };
  expect(() => confidenceGain([...cohort, { ...cohort[0]!, after: percent }])).toThrow(RangeError);
});

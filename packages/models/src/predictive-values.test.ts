import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predictiveValues, probabilityAfter } from './predictive-values.ts';

const good = { sensitivity: 0.99, specificity: 0.95 };

test('where one in a thousand is ill, 49 of 50 positive results of a good test are false', () => {
  const { positivePredictiveValue, falsePositives } = predictiveValues(good, 0.001);
  expect(positivePredictiveValue).toBeCloseTo(0.00099 / (0.00099 + 0.04995), 12);
  expect(falsePositives).toBeCloseTo(49.95, 10);
  expect(predictiveValues(good, 0.3).positivePredictiveValue).toBeGreaterThan(0.89);
});

test('the four counts are the population, and both ways to Bayes agree', () => {
  const inside = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(inside, inside, inside, (sensitivity, specificity, prevalence) => {
      const test_ = { sensitivity, specificity };
      const values = predictiveValues(test_, prevalence);
      const { truePositives, falsePositives, trueNegatives, falseNegatives } = values;
      expect(truePositives + falsePositives + trueNegatives + falseNegatives).toBeCloseTo(1000, 9);
      expect(probabilityAfter(test_, prevalence, true)).toBeCloseTo(values.positivePredictiveValue, 10);
      expect(1 - probabilityAfter(test_, prevalence, false)).toBeCloseTo(values.negativePredictiveValue, 10);
    }),
  );
});

test('a result that cannot occur has no value', () => {
  expect(() => predictiveValues({ sensitivity: 1, specificity: 1 }, 0)).toThrow(/positive/);
  expect(() => predictiveValues(good, 2)).toThrow(RangeError);
  expect(() => probabilityAfter(good, 0, true)).toThrow(RangeError);
});

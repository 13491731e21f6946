import { expect, test } from 'vitest';
import { doseForFraction, respondingFraction, therapeuticIndex } from './therapeutic-index.ts';

const benefit = { medianDose: 10, slope: 4 };

test('half respond at the median dose, and a fraction read backwards gives its dose', () => {
  expect(respondingFraction(benefit, 10)).toBe(0.5);
  expect(respondingFraction(benefit, 0)).toBe(0);
  expect(respondingFraction(benefit, doseForFraction(benefit, 0.99))).toBeCloseTo(0.99, 12);
});

test('two drugs of one index differ in safety when people differ more', () => {
  const alike = therapeuticIndex(benefit, { medianDose: 100, slope: 4 });
  const varied = therapeuticIndex({ ...benefit, slope: 1.5 }, { medianDose: 100, slope: 1.5 });
  expect(alike.index).toBe(10);
  expect(varied.index).toBe(10);
  expect(alike.certainSafetyFactor).toBeCloseTo(10 / 99 ** 0.5, 10);
  expect(varied.certainSafetyFactor).toBeLessThan(0.1);
});

test('a dose for nobody or for everybody does not exist', () => {
  expect(() => doseForFraction(benefit, 0)).toThrow(RangeError);
  expect(() => doseForFraction(benefit, 1)).toThrow(RangeError);
  expect(() => respondingFraction({ medianDose: 0, slope: 1 }, 1)).toThrow(RangeError);
});

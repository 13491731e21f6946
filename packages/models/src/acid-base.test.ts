import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anionGap,
  bicarbonateMmolPerL,
  bloodPh,
  expectedCompensation,
  readBloodGas,
  usualGases,
} from './acid-base.ts';

test('pH 7.40 and 40 mmHg go with 23.9 mmol/L, and each of the three follows from the others', () => {
  // 0.03 × 40 × 10^1.3, as the lessons compute it
  expect(bicarbonateMmolPerL(7.4, 40)).toBeCloseTo(23.94, 2);
  expect(bloodPh(24, 40)).toBeCloseTo(7.401, 3);
  expect(bloodPh(10, 24)).toBeCloseTo(7.243, 3);
  fc.assert(
    fc.property(
      fc.double({ min: 6.8, max: 7.8, noNaN: true }),
      fc.double({ min: 10, max: 120, noNaN: true }),
      (ph, pco2) => {
        expect(bloodPh(bicarbonateMmolPerL(ph, pco2), pco2)).toBeCloseTo(ph, 10);
      },
    ),
  );
});

test('each compensation starts from its line at sea level', () => {
  expect(expectedCompensation('metabolic acidosis', 10)).toEqual({
    answer: 'pco2MmHg',
    expected: 23,
    margin: 2,
  });
  const usual = usualGases().bicarbonateMmolPerL;
  expect(expectedCompensation('metabolic alkalosis', usual + 10).expected).toBeCloseTo(47, 10);
  expect(expectedCompensation('acute respiratory acidosis', 60).expected).toBeCloseTo(usual + 2, 10);
  expect(expectedCompensation('chronic respiratory acidosis', 60).expected).toBeCloseTo(usual + 8, 10);
  expect(expectedCompensation('acute respiratory alkalosis', 20).expected).toBeCloseTo(usual - 4, 10);
  expect(expectedCompensation('chronic respiratory alkalosis', 20).expected).toBeCloseTo(usual - 9, 10);
  expect(() => expectedCompensation('metabolic acidosis', 30)).toThrow(/does not show/);
});

test('what lies on the line of one disorder is read as that disorder alone', () => {
  const only = (ph: number, pco2: number) => readBloodGas(ph, pco2).disorders;
  expect(only(bloodPh(10, 23), 23)).toEqual(['metabolic acidosis']);
  expect(only(bloodPh(36, 48), 48)).toEqual(['metabolic alkalosis']);
  expect(only(bloodPh(27, 65), 65)).toEqual(['acute respiratory acidosis']);
  expect(only(bloodPh(34, 65), 65)).toEqual(['chronic respiratory acidosis']);
  expect(only(bloodPh(20.5, 20), 20)).toEqual(['acute respiratory alkalosis']);
  expect(only(bloodPh(16, 22), 22)).toEqual(['chronic respiratory alkalosis']);
  expect(only(7.4, 40)).toEqual([]);
});

test('compensation that is absent or beyond names a second disorder', () => {
  expect(readBloodGas(bloodPh(10, 38), 38).disorders).toEqual([
    'metabolic acidosis',
    'acute respiratory acidosis',
  ]);
  expect(readBloodGas(bloodPh(8, 16), 16).disorders).toContain('acute respiratory alkalosis');
  expect(readBloodGas(bloodPh(17, 60), 60).disorders).toEqual([
    'metabolic acidosis',
    'acute respiratory acidosis',
  ]);
});

test('the gases of a healthy resident of Cusco are no disorder there, and an alkalosis compensated at the coast', () => {
  // Pereira-Victorio et al. (2014): pH 7.42, PCO₂ 30.62, HCO₃ 19.74, by analysers that take 0.0307 and not 0.03
  expect(bicarbonateMmolPerL(7.42, 30.62) * (0.0307 / 0.03)).toBeCloseTo(19.74, 0);
  expect(readBloodGas(7.42, 30.62, 3.35).disorders).toEqual([]);
  expect(readBloodGas(7.42, 30.62, 0).disorders).toEqual(['chronic respiratory alkalosis']);
  expect(readBloodGas(7.3, 40, 3.35).disorders[0]).toMatch(/respiratory acidosis/);
});

test('low albumin hides a gap, and impossible gases are refused', () => {
  expect(anionGap(140, 104, 24)).toBe(12);
  expect(anionGap(140, 104, 24, 2)).toBe(17);
  expect(() => readBloodGas(6, 40)).toThrow(RangeError);
  expect(() => readBloodGas(7.4, 40, 8)).toThrow(RangeError);
});

test('every gas in the range is read, at every altitude', () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(between(6.8, 7.8), between(8, 130), between(0, 5.5), (ph, pco2, altitudeKm) => {
      const { disorders, compensation } = readBloodGas(ph, pco2, altitudeKm);
      expect(disorders.length).toBeLessThanOrEqual(2);
      expect(compensation === undefined).toBe(disorders.length === 0);
    }),
    { numRuns: 300 },
  );
});

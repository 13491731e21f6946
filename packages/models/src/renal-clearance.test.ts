import { expect, test } from 'vitest';
import { estimatedFiltration, excretedFraction, renalClearanceMlPerMinute } from './renal-clearance.ts';

// about 125 and 650 mL/min: Smith (1951), The Kidney; urine flows and concentrations here are chosen to give them
test('inulin is cleared at about 125 and PAH at about 650 mL/min', () => {
  expect(renalClearanceMlPerMinute(31.25, 1, 0.25)).toBeCloseTo(125, 10);
  expect(renalClearanceMlPerMinute(13, 1, 0.02)).toBeCloseTo(650, 10);
  expect(excretedFraction(650, 125)).toBeCloseTo(5.2, 10);
});

// Inker et al. (2021), N. Engl. J. Med. 385, 1737–1749
test('creatinine 1.0 mg/dL at 60 years: 86.2 in a man and 64.5 mL/min/1.73 m² in a woman (CKD-EPI 2021)', () => {
  expect(estimatedFiltration(1, 60, 'male')).toBeCloseTo(86.2, 1);
  expect(estimatedFiltration(1, 60, 'female')).toBeCloseTo(64.5, 1);
});

test('the two branches of the estimate meet', () => {
  expect(estimatedFiltration(0.9 - 1e-9, 40, 'male')).toBeCloseTo(
    estimatedFiltration(0.9 + 1e-9, 40, 'male'),
    5,
  );
});

test('children and impossible samples are refused', () => {
  expect(() => estimatedFiltration(1, 12, 'male')).toThrow(/ageYears/);
  expect(() => estimatedFiltration(0, 40, 'female')).toThrow(RangeError);
  expect(() => renalClearanceMlPerMinute(1, 1, 0)).toThrow(RangeError);
});

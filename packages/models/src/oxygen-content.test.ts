import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixedVenousOxygen, oxygenContentMlPerDL } from './oxygen-content.ts';

test('usual arterial blood holds 20 mL/dL, and half as much haemoglobin about half of it', () => {
  expect(oxygenContentMlPerDL(100)).toBeCloseTo(1.34 * 15 * 0.9775 + 0.3, 2);
  expect(oxygenContentMlPerDL(100, { haemoglobinGramsPerDL: 7.5 })).toBeCloseTo(10.1, 1);
});

test('at rest a quarter of the oxygen is taken and mixed venous PO₂ is near 40 mmHg', () => {
  const { venousPo2MmHg, extractionFraction, deliveryMlPerMinute } = mixedVenousOxygen(95);
  expect(venousPo2MmHg).toBeGreaterThan(37);
  expect(venousPo2MmHg).toBeLessThan(42);
  expect(extractionFraction).toBeCloseTo(0.25, 1);
  expect(deliveryMlPerMinute).toBeCloseTo(997, -1);
});

test('CO at 40 % leaves less venous PO₂ than an anaemia of the same capacity', () => {
  const anaemia = mixedVenousOxygen(95, { haemoglobinGramsPerDL: 9 });
  const poisoned = mixedVenousOxygen(95, { carboxyhaemoglobinFraction: 0.4 });
  expect(poisoned.venousPo2MmHg).toBeLessThan(anaemia.venousPo2MmHg - 5);
});

test('what arrives is what is taken plus what leaves', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 60, max: 110, noNaN: true }),
      fc.double({ min: 9, max: 20, noNaN: true }),
      (po2, hb) => {
        const blood = { haemoglobinGramsPerDL: hb };
        const { arterialContentMlPerDL, venousPo2MmHg } = mixedVenousOxygen(po2, blood);
        expect(50 * (arterialContentMlPerDL - oxygenContentMlPerDL(venousPo2MmHg, blood))).toBeCloseTo(
          250,
          6,
        );
      },
    ),
  );
});

test('an uptake that delivery cannot meet is refused', () => {
  expect(() => mixedVenousOxygen(95, { haemoglobinGramsPerDL: 3 })).toThrow(/exceeds/);
  expect(() => oxygenContentMlPerDL(95, { haemoglobinGramsPerDL: 0 })).toThrow(RangeError);
});

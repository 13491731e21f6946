import { expect, test } from 'vitest';
import { places } from './altitude.ts';
import { oxygenCascade } from './oxygen-cascade.ts';

test('each step of the cascade is lower than the one before, at every place', () => {
  for (const altitudeKm of Object.values(places)) {
    const { airMmHg, inspiredMmHg, alveolarMmHg, arterialMmHg, venousMmHg } = oxygenCascade({ altitudeKm });
    const steps = [airMmHg, inspiredMmHg, alveolarMmHg, arterialMmHg, venousMmHg];
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
  }
});

test('a resident of Cusco has the arterial gases of 118 measured there: PO₂ 61, saturation 91 %', () => {
  // Pereira-Victorio et al. (2014): pH 7.42, PO₂ 61.08, PCO₂ 30.62, SO₂ 91.13 %
  const { arterialMmHg, arterialSaturation } = oxygenCascade({
    altitudeKm: 3.35,
    blood: { ph: 7.42, pco2MmHg: 30.62 },
  });
  expect(Math.abs(arterialMmHg - 61.08)).toBeLessThan(2);
  expect(Math.abs(100 * arterialSaturation - 91.13)).toBeLessThan(1.5);
});

test('more haemoglobin gives back at altitude the oxygen content of the coast', () => {
  const lima = oxygenCascade({ altitudeKm: places.lima });
  const high = oxygenCascade({ altitudeKm: places.laRinconada, blood: { haemoglobinGramsPerDL: 20 } });
  expect(high.arterialSaturation).toBeLessThan(lima.arterialSaturation - 0.1);
  expect(high.arterialContentMlPerDL).toBeGreaterThan(lima.arterialContentMlPerDL);
});

test('a person who hardly breathes at altitude has no answer', () => {
  expect(() => oxygenCascade({ altitudeKm: 5.1, arterialPco2MmHg: 80 })).toThrow(/no oxygen/);
  expect(() => oxygenCascade({ altitudeKm: 7 })).toThrow(RangeError);
});

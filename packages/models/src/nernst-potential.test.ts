import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nernstPotentialMillivolts } from './nernst-potential.ts';

// RT ln 10/F at 310.15 K with R and F of CODATA 2018; Guyton & Hall round it to 61
test('a decade at 37 °C is 61.54 mV, and the usual K⁺ and Na⁺ give −95.0 and +61.9', () => {
  const at = (outsideMmolPerL: number, insideMmolPerL: number) =>
    nernstPotentialMillivolts({ outsideMmolPerL, insideMmolPerL, valence: 1 });
  expect(at(10, 1)).toBeCloseTo(61.54, 2);
  expect(at(4, 140)).toBeCloseTo(-95.0, 1);
  expect(at(142, 14)).toBeCloseTo(61.9, 1);
  expect(at(7.1, 140)).toBeCloseTo(-79.7, 1);
});

test('swapping the sides or the sign of the charge changes the sign and nothing else', () => {
  const concentration = fc.double({ min: 1e-4, max: 1000, noNaN: true });
  fc.assert(
    fc.property(concentration, concentration, (a, b) => {
      const there = nernstPotentialMillivolts({ outsideMmolPerL: a, insideMmolPerL: b, valence: 1 });
      const back = nernstPotentialMillivolts({ outsideMmolPerL: b, insideMmolPerL: a, valence: 1 });
      const anion = nernstPotentialMillivolts({ outsideMmolPerL: a, insideMmolPerL: b, valence: -1 });
      expect(there + back).toBeCloseTo(0, 9);
      expect(there + anion).toBeCloseTo(0, 9);
    }),
  );
});

test('an empty side and an impossible temperature are refused', () => {
  expect(() => nernstPotentialMillivolts({ outsideMmolPerL: 0, insideMmolPerL: 140, valence: 1 })).toThrow(
    RangeError,
  );
  expect(() =>
    nernstPotentialMillivolts({
      outsideMmolPerL: 4,
      insideMmolPerL: 140,
      valence: 1,
      temperatureCelsius: 90,
    }),
  ).toThrow(/temperatureCelsius/);
});

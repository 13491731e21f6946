import { expect, test } from 'vitest';
import { goldmanPotentialMillivolts, restingMuscleFibre } from './goldman-potential.ts';
import { nernstPotentialMillivolts } from './nernst-potential.ts';

test('the squid axon of Hodgkin and Katz rests at −59.9 mV', () => {
  const rest = goldmanPotentialMillivolts({
    potassium: { outsideMmolPerL: 20, insideMmolPerL: 400, permeability: 1 },
    sodium: { outsideMmolPerL: 440, insideMmolPerL: 50, permeability: 0.04 },
    chloride: { outsideMmolPerL: 560, insideMmolPerL: 52, permeability: 0.45 },
    temperatureCelsius: 20,
  });
  expect(rest).toBeCloseTo(-59.9, 1);
});

test('a missed dialysis, K⁺ from 4 to 7.1, takes the fibre from −86.9 to −74.8 mV', () => {
  expect(goldmanPotentialMillivolts(restingMuscleFibre)).toBeCloseTo(-86.9, 1);
  const potassium = { ...restingMuscleFibre.potassium, outsideMmolPerL: 7.1 };
  expect(goldmanPotentialMillivolts({ ...restingMuscleFibre, potassium })).toBeCloseTo(-74.8, 1);
});

test('with one permeant ion Goldman is Nernst', () => {
  const sodium = { ...restingMuscleFibre.sodium, permeability: 0 };
  const { outsideMmolPerL, insideMmolPerL } = restingMuscleFibre.potassium;
  expect(goldmanPotentialMillivolts({ ...restingMuscleFibre, sodium })).toBeCloseTo(
    nernstPotentialMillivolts({ outsideMmolPerL, insideMmolPerL, valence: 1 }),
    12,
  );
});

test('a membrane that nothing crosses has no potential', () => {
  const closed = { outsideMmolPerL: 4, insideMmolPerL: 140, permeability: 0 };
  expect(() => goldmanPotentialMillivolts({ potassium: closed, sodium: closed })).toThrow(/no ion/);
  const negative = { ...closed, permeability: -1 };
  expect(() => goldmanPotentialMillivolts({ potassium: negative, sodium: closed })).toThrow(RangeError);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DrugDose } from './drug-dose.ts';
import { odexSolution } from './odex-solution.ts';
import { oneCompartmentConcentrations } from './one-compartment.ts';
import {
  twoCompartmentAmounts,
  twoCompartmentConcentrations,
  twoCompartmentRates,
} from './two-compartment.ts';
import type { Derivatives } from './trajectory.ts';

const drug = {
  centralVolumeL: 12,
  peripheralVolumeL: 30,
  clearanceLPerHour: 5,
  intercompartmentalClearanceLPerHour: 8,
};

/** Central, peripheral, cleared and gut amounts from the equations themselves. */
function derivatives(parameters: typeof drug, mgPerHour: number, ka: number): Derivatives {
  const { elimination, outward, inward } = twoCompartmentRates(parameters);
  return (_, [central = 0, peripheral = 0, , gut = 0], rates) => {
    rates[0] = mgPerHour + ka * gut - (elimination + outward) * central + inward * peripheral;
    rates[1] = outward * central - inward * peripheral;
    rates[2] = elimination * central;
    rates[3] = -ka * gut;
  };
}

test('bolus, infusion and oral dose agree with odex to 1e-6, also where absorption meets a rate of the drug', () => {
  const { distributionPerHour, terminalPerHour } = twoCompartmentRates(drug);
  for (const ka of [1.3, distributionPerHour, terminalPerHour]) {
    const [oral] = twoCompartmentAmounts(drug, [{ route: 'oral', amountMg: 80, absorptionPerHour: ka }], [6]);
    const reference = odexSolution(derivatives(drug, 0, ka), [0, 0, 0, 80], 0, 6);
    expect(Math.abs(oral!.centralMg - reference[0]!)).toBeLessThan(1e-6);
    expect(Math.abs(oral!.peripheralMg - reference[1]!)).toBeLessThan(1e-6);
    expect(Math.abs(oral!.absorbingMg - reference[3]!)).toBeLessThan(1e-6);
  }
  const [bolus] = twoCompartmentAmounts(drug, [{ route: 'bolus', amountMg: 80 }], [6]);
  expect(
    Math.abs(bolus!.centralMg - odexSolution(derivatives(drug, 0, 1), [80, 0, 0, 0], 0, 6)[0]!),
  ).toBeLessThan(1e-6);
  const infusion: DrugDose = { route: 'infusion', amountMg: 80, durationHours: 2 };
  const atStop = odexSolution(derivatives(drug, 40, 1), [0, 0, 0, 0], 0, 2);
  const later = odexSolution(derivatives(drug, 0, 1), atStop, 2, 6);
  const [mid, end] = twoCompartmentAmounts(drug, [infusion], [2, 6]);
  expect(Math.abs(mid!.peripheralMg - atStop[1]!)).toBeLessThan(1e-6);
  expect(Math.abs(end!.centralMg - later[0]!)).toBeLessThan(1e-6);
});

test('mass is conserved: what is missing from the compartments is what was cleared', () => {
  const positive = (max: number) => fc.double({ min: 0.2, max, noNaN: true });
  fc.assert(
    fc.property(positive(40), positive(80), positive(10), positive(20), positive(3), (v1, v2, cl, q, ka) => {
      const any = {
        centralVolumeL: v1,
        peripheralVolumeL: v2,
        clearanceLPerHour: cl,
        intercompartmentalClearanceLPerHour: q,
      };
      // the three amounts must be positive, never sum to more than the dose, and match the cleared integral
      const [now] = twoCompartmentAmounts(
        any,
        [{ route: 'oral', amountMg: 100, absorptionPerHour: ka }],
        [4],
      );
      const held = now!.absorbingMg + now!.centralMg + now!.peripheralMg;
      const cleared = odexSolution(derivatives(any, 0, ka), [0, 0, 0, 100], 0, 4)[2]!;
      expect(Math.abs(held + cleared - 100)).toBeLessThan(1e-6);
      expect(Math.min(now!.centralMg, now!.peripheralMg)).toBeGreaterThan(0);
    }),
    { numRuns: 20 },
  );
});

test('with hardly any exchange it is the one-compartment drug', () => {
  const alone = { ...drug, intercompartmentalClearanceLPerHour: 1e-9 };
  const dose: DrugDose = { route: 'oral', amountMg: 80, absorptionPerHour: 1 };
  const one = oneCompartmentConcentrations({ volumeL: 12, clearanceLPerHour: 5 }, [dose], [0, 1, 5]);
  twoCompartmentConcentrations(alone, [dose], [0, 1, 5]).forEach((c, k) => expect(c).toBeCloseTo(one[k]!, 6));
});

test('after a bolus plasma falls fast and then slowly, at the terminal rate', () => {
  const times = [0, 0.5, 20, 21];
  const [c0, c1, c2, c3] = twoCompartmentConcentrations(drug, [{ route: 'bolus', amountMg: 120 }], times);
  expect(c0).toBeCloseTo(10, 10);
  expect(Math.log(c0! / c1!) / 0.5).toBeGreaterThan(3 * Math.log(c2! / c3!));
  expect(Math.log(c2! / c3!)).toBeCloseTo(twoCompartmentRates(drug).terminalPerHour, 6);
  expect(() => twoCompartmentRates({ ...drug, peripheralVolumeL: 0 })).toThrow(RangeError);
});

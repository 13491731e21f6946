import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedDoses, type DrugDose } from './drug-dose.ts';
import { dormandPrince } from './dormand-prince.ts';
import {
  accumulationRatio,
  halfLifeHours,
  loadingDoseMg,
  maintenanceDoseMg,
  oneCompartmentAmounts,
  oneCompartmentConcentrations,
  oralPeak,
  renallyAdjustedClearance,
} from './one-compartment.ts';
import { odexSolution } from './odex-solution.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

// R, nls(conc ~ SSfol(Dose, Time, lKe, lKa, lCl)) on subject 1 of Theoph: −2.9196, .5752, −3.9159, for each kg
const clearance = Math.exp(-3.9158565708);
const theophylline = { volumeL: clearance / Math.exp(-2.9196142025), clearanceLPerHour: clearance };
const swallowed: DrugDose & { route: 'oral' } = {
  route: 'oral',
  amountMg: 4.02,
  absorptionPerHour: Math.exp(0.5751611942),
};

test('subject 1 of Theoph: half-life 12.85 h, highest 9.76 mg/L after 2.03 h', () => {
  expect(halfLifeHours(theophylline)).toBeCloseTo(12.85, 2);
  const { timeHours, concentrationMgPerL } = oralPeak(theophylline, swallowed);
  expect(timeHours).toBeCloseTo(2.03, 2);
  expect(concentrationMgPerL).toBeCloseTo(9.76, 2);
});

test('the curve passes near what was measured in subject 1', () => {
  const hours = [0.25, 0.57, 1.12, 2.02, 3.82, 5.1, 7.03, 9.05, 12.12, 24.37];
  const measured = [2.84, 6.57, 10.5, 9.66, 8.58, 8.36, 7.47, 6.89, 5.94, 3.28];
  const modelled = oneCompartmentConcentrations(theophylline, [swallowed], hours);
  const errors = measured.map((value, k) => (value - modelled[k]!) ** 2);
  expect(Math.sqrt(errors.reduce((a, b) => a + b) / errors.length)).toBeLessThan(0.8);
});

test('the closed form agrees with odex to 1e-6, also where absorption is as fast as elimination', () => {
  for (const ka of [1.7, 0.2, 0.2 + 1e-10]) {
    const dose: DrugDose = { route: 'oral', amountMg: 100, absorptionPerHour: ka };
    const derivatives: Derivatives = (_, [gut = 0, body = 0], rates) => {
      rates[0] = -ka * gut;
      rates[1] = ka * gut - 0.2 * body;
    };
    const [gut, body] = odexSolution(derivatives, [100, 0], 0, 7);
    const [amounts] = oneCompartmentAmounts({ volumeL: 10, clearanceLPerHour: 2 }, [dose], [7]);
    expect(Math.abs(amounts!.absorbingMg - gut!)).toBeLessThan(1e-6);
    expect(Math.abs(amounts!.bodyMg - body!)).toBeLessThan(1e-6);
  }
});

const anyDose: fc.Arbitrary<DrugDose> = fc.oneof(
  fc.record({ route: fc.constant('bolus' as const), amountMg: fc.double({ min: 1, max: 500, noNaN: true }) }),
  fc.record({
    route: fc.constant('infusion' as const),
    amountMg: fc.double({ min: 1, max: 500, noNaN: true }),
    durationHours: fc.double({ min: 0.5, max: 8, noNaN: true }),
  }),
  fc.record({
    route: fc.constant('oral' as const),
    amountMg: fc.double({ min: 1, max: 500, noNaN: true }),
    absorptionPerHour: fc.double({ min: 0.1, max: 3, noNaN: true }),
  }),
);

test('mass is conserved: given = in the gut + in the body + cleared', () => {
  fc.assert(
    fc.property(anyDose, fc.double({ min: 0.5, max: 8, noNaN: true }), (dose, clearanceLPerHour) => {
      const drug = { volumeL: 20, clearanceLPerHour };
      const cleared: Derivatives = (t, _, rates) => {
        rates[0] = clearanceLPerHour * oneCompartmentConcentrations(drug, [dose], [t])[0]!;
      };
      const end = 10;
      const duration = dose.route === 'infusion' ? dose.durationHours : 0;
      const times = duration > 0 ? [0, duration, end] : [0, end];
      let removed = 0;
      for (let k = 1; k < times.length; k++) {
        const { values } = dormandPrince({
          derivatives: cleared,
          initial: [0],
          times: [times[k - 1]!, times[k]!],
        });
        removed += values[0]![1]!;
      }
      const [amounts] = oneCompartmentAmounts(drug, [dose], [end]);
      expect(removed + amounts!.absorbingMg + amounts!.bodyMg).toBeCloseTo(dose.amountMg, 5);
    }),
    { numRuns: 30 },
  );
});

test('a loading dose reaches at once what maintenance alone reaches after several half-lives', () => {
  const drug = { volumeL: 35, clearanceLPerHour: 2.8 };
  const target = 10;
  const hourly = maintenanceDoseMg(drug.clearanceLPerHour, target, 8);
  expect(loadingDoseMg(drug.volumeL, target)).toBe(350);
  const meanOf = (loadingMg: number | undefined, from: number) => {
    const doses = repeatedDoses({ route: 'bolus', amountMg: hourly }, 8, 12, loadingMg);
    return (
      oneCompartmentConcentrations(drug, doses, evenTimes(from, from + 7.999, 200)).reduce((a, b) => a + b) /
      200
    );
  };
  expect(meanOf(undefined, 0)).toBeLessThan(6);
  expect(meanOf(undefined, 80)).toBeCloseTo(target, 0);
  const accumulated = hourly * accumulationRatio(drug, 8);
  expect(meanOf(accumulated, 0)).toBeCloseTo(target, 1);
});

test('in renal failure the half-life lengthens by the fraction that the kidney clears', () => {
  expect(renallyAdjustedClearance(6, 0.95, 0.1)).toBeCloseTo(6 * 0.145, 12);
  expect(renallyAdjustedClearance(6, 0, 0)).toBe(6);
  expect(() => renallyAdjustedClearance(6, 1, 0)).toThrow(/no steady state/);
});

test('what cannot be is refused', () => {
  const drug = { volumeL: 20, clearanceLPerHour: 2 };
  expect(() => oneCompartmentConcentrations({ ...drug, volumeL: 0 }, [], [1])).toThrow(RangeError);
  expect(() => oneCompartmentConcentrations(drug, [{ route: 'bolus', amountMg: -1 }], [1])).toThrow(
    RangeError,
  );
  expect(() => oneCompartmentConcentrations(drug, [], [Number.NaN])).toThrow(RangeError);
  expect(() => repeatedDoses({ route: 'bolus', amountMg: 1 }, 8, 0)).toThrow(RangeError);
});

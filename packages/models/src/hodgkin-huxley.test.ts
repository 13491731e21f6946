import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dormandPrince } from './dormand-prince.ts';
import {
  gateSpeed,
  ionicCurrents,
  patchDerivatives,
  squidAxon,
  steadyGates,
  stimulateAxon,
} from './hodgkin-huxley.ts';
import { odexSolution } from './odex-solution.ts';

const rest = steadyGates(0);
const atRest = [rest.sodiumActivation, rest.sodiumInactivation, rest.potassiumActivation];

test('the gates at rest are m .05293, h .59612, n .31768, and rest is an equilibrium', () => {
  expect(rest.sodiumActivation).toBeCloseTo(0.05293, 5);
  expect(rest.sodiumInactivation).toBeCloseTo(0.59612, 5);
  expect(rest.potassiumActivation).toBeCloseTo(0.31768, 5);
  const { sodium, potassium, leak } = ionicCurrents(0, atRest[0]!, atRest[1]!, atRest[2]!);
  expect(sodium + potassium + leak).toBeCloseTo(0, 2);
});

test('the rate constants are continuous where their formula divides zero by zero', () => {
  for (const v of [10, 25]) {
    const { sodiumActivation, potassiumActivation } = steadyGates(v);
    expect(sodiumActivation).toBeCloseTo(steadyGates(v + 1e-5).sodiumActivation, 6);
    expect(potassiumActivation).toBeCloseTo(steadyGates(v + 1e-5).potassiumActivation, 6);
  }
});

test('the impulse agrees with odex and with the adaptive solver to 1e-6, and the default step to .002 mV', () => {
  const derivatives = patchDerivatives({}, () => 0);
  for (const end of [1, 2.5, 6]) {
    const reference = odexSolution(derivatives, [15, ...atRest], 0, end);
    const adaptive = dormandPrince({
      derivatives,
      initial: [15, ...atRest],
      times: [0, end],
      relativeTolerance: 1e-11,
      absoluteTolerance: 1e-11,
    });
    reference.forEach((value, i) => expect(Math.abs(adaptive.values[i]![1]! - value)).toBeLessThan(1e-6));
    const fixed = stimulateAxon({ displacementMillivolts: 15, durationMilliseconds: end });
    expect(Math.abs(fixed.displacementMillivolts.at(-1)! - reference[0]!)).toBeLessThan(0.002);
  }
});

test('gates turn three times faster for each 10 °C', () => {
  expect(gateSpeed(6.3)).toBe(1);
  expect(gateSpeed(26.3) / gateSpeed(16.3)).toBeCloseTo(3, 12);
  expect(() => gateSpeed(37)).toThrow(/temperatureCelsius/);
});

test('charge is conserved: what enters less what the channels carry out is what the membrane holds', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 30, noNaN: true }),
      (microampsPerCm2, sodiumBlockFraction, potassiumBlockFraction, temperatureCelsius) => {
        const conditions = { sodiumBlockFraction, potassiumBlockFraction, temperatureCelsius };
        const pulses = [{ startMilliseconds: 0, durationMilliseconds: 99, microampsPerCm2 }];
        const record = stimulateAxon({ ...conditions, pulses, durationMilliseconds: 4 });
        const v = record.displacementMillivolts;
        const carried = v.map((value, k) => {
          const { sodium, potassium, leak } = ionicCurrents(
            value,
            record.sodiumActivation[k]!,
            record.sodiumInactivation[k]!,
            record.potassiumActivation[k]!,
            conditions,
          );
          return sodium + potassium + leak;
        });
        let charge = 0;
        for (let k = 0; k + 2 < v.length; k += 2) {
          charge += (0.01 / 3) * (carried[k]! + 4 * carried[k + 1]! + carried[k + 2]!);
        }
        expect(
          Math.abs(microampsPerCm2 * 4 - charge - squidAxon.capacitance * (v.at(-1)! - v[0]!)),
        ).toBeLessThan(0.05);
      },
    ),
    { numRuns: 25 },
  );
});

test('what the model cannot answer is refused', () => {
  const durationMilliseconds = 5;
  expect(() => stimulateAxon({ durationMilliseconds, temperatureCelsius: 37 })).toThrow(RangeError);
  expect(() => stimulateAxon({ durationMilliseconds, sodiumBlockFraction: 1.1 })).toThrow(RangeError);
  expect(() => stimulateAxon({ durationMilliseconds: 0 })).toThrow(RangeError);
  expect(() => stimulateAxon({ durationMilliseconds, stepMilliseconds: 0.5 })).toThrow(RangeError);
  expect(() => steadyGates(Number.NaN)).toThrow(RangeError);
});

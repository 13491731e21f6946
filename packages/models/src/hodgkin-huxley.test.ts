import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  gateSpeed,
  ionicCurrents,
  patchDerivatives,
  squidAxon,
  steadyGates,
  stimulateAxon,
} from './hodgkin-huxley.ts';
import { odexStates } from './odex-solution.ts';

const rest = steadyGates(0);
const atRest = [rest.sodiumActivation, rest.sodiumInactivation, rest.potassiumActivation];

// Hodgkin & Huxley (1952), J. Physiol. 117, 500, table 3
test('the constants are those of 1952', () => {
  expect(squidAxon).toMatchObject({
    sodiumConductance: 120,
    potassiumConductance: 36,
    leakConductance: 0.3,
    sodiumPotential: 115,
    potassiumPotential: -12,
    leakPotential: 10.613,
    temperatureCelsius: 6.3,
  });
});

// their equations 12, 13, 20, 21, 23 and 24 at V = 0
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

const pulse = (startMilliseconds: number, microampsPerCm2: number) => ({
  startMilliseconds,
  durationMilliseconds: 0.5,
  microampsPerCm2,
});
test.each([
  ['15 µA at 6 °C', { temperatureCelsius: 6 }, [pulse(1, 15)]],
  ['60 µA in ice', { temperatureCelsius: 0 }, [pulse(1, 60)]],
  ['60 µA at 30 °C', { temperatureCelsius: 30 }, [pulse(1, 60)]],
  ['little sodium', { temperatureCelsius: 20, sodiumBlockFraction: 0.5 }, [pulse(1, 40)]],
  ['no potassium', { temperatureCelsius: 0, potassiumBlockFraction: 1 }, [pulse(1, 60)]],
  ['two pulses at 30 °C', { temperatureCelsius: 30 }, [pulse(0, 40), pulse(7, 200)]],
  ['two pulses in ice', { temperatureCelsius: 0 }, [pulse(0, 40), pulse(7, 200)]],
  ['a long current', { temperatureCelsius: 6 }, [{ ...pulse(1, 20), durationMilliseconds: 13 }]],
])(
  'the impulse that is drawn agrees with odex to 1e-6 of its 100 mV all along: %s',
  (_, conditions, pulses) => {
    const drawn = stimulateAxon({ ...conditions, pulses, durationMilliseconds: 14, stepMilliseconds: 0.02 });
    const columns = [
      drawn.displacementMillivolts,
      drawn.sodiumActivation,
      drawn.sodiumInactivation,
      drawn.potassiumActivation,
    ];
    const places = Array.from({ length: 141 }, (_, k) => 5 * k);
    const states = odexStates(
      (middle) => {
        const running = pulses.filter(
          (one) =>
            middle > one.startMilliseconds && middle < one.startMilliseconds + one.durationMilliseconds,
        );
        return patchDerivatives(conditions, () => running.reduce((sum, one) => sum + one.microampsPerCm2, 0));
      },
      [0, ...atRest],
      places.map((k) => drawn.timesMilliseconds[k]!),
    );
    states.forEach((state, j) =>
      state.forEach((value, i) =>
        expect(Math.abs(value - columns[i]![places[j]!]!)).toBeLessThan(i === 0 ? 1e-4 : 1e-6),
      ),
    );
  },
);

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

import { expect, test } from 'vitest';
import { dormandPrince } from './dormand-prince.ts';
import { steadyGates } from './hodgkin-huxley.ts';
import { odexSolution } from './odex-solution.ts';
import { conductImpulse, fibreDerivatives } from './saltatory-conduction.ts';

test('an impulse runs along a whole fibre at about 20 m/s, and slower in the cold', () => {
  const whole = conductImpulse({}, 2);
  expect(whole.metresPerSecond).toBeGreaterThan(17);
  expect(whole.metresPerSecond).toBeLessThan(23);
  expect(whole.arrivalMilliseconds.every((time) => time !== undefined)).toBe(true);
  expect(Math.max(...whole.displacementMillivolts[0]!)).toBeLessThan(130);
  expect(conductImpulse({ temperatureCelsius: 10 }, 2).metresPerSecond).toBeLessThan(15);
});

test('one blocked node is leapt over; several in a row stop the impulse', () => {
  const blocked = (to: number) =>
    conductImpulse({ blockedNodes: { from: 7, to, sodiumBlockFraction: 1 } }, 2);
  expect(blocked(7).arrivalMilliseconds[15]).toBeDefined();
  expect(blocked(11).arrivalMilliseconds[15]).toBeUndefined();
  expect(blocked(11).metresPerSecond).toBeUndefined();
});

test('lost myelin slows conduction before it stops it', () => {
  const bare = (lostFraction: number) =>
    conductImpulse({ bareInternodes: { from: 7, to: 7, lostFraction } }, 3).metresPerSecond;
  expect(bare(0.05)).toBeLessThan(16);
  expect(bare(0.05)).toBeGreaterThan(10);
  expect(bare(1)).toBeUndefined();
});

test('the adaptive solver agrees with odex to 1e-6 while the impulse leaps', () => {
  const rest = steadyGates(0);
  const one = [0, rest.sodiumActivation, rest.sodiumInactivation, rest.potassiumActivation];
  const initial = Array.from({ length: 16 }, () => one).flat();
  initial[0] = 60;
  // after the stimulus, since its edge is no smooth function of time
  const derivatives = fibreDerivatives({});
  const reference = odexSolution(derivatives, initial, 0.2, 0.4);
  const { values } = dormandPrince({ derivatives, initial, times: [0.2, 0.4], relativeTolerance: 1e-11 });
  reference.forEach((value, i) => expect(Math.abs(values[i]![1]! - value)).toBeLessThan(1e-6));
});

test('nodes and internodes that the fibre lacks are refused', () => {
  expect(() => conductImpulse({ blockedNodes: { from: 7, to: 16, sodiumBlockFraction: 1 } })).toThrow(
    RangeError,
  );
  expect(() => conductImpulse({ bareInternodes: { from: 9, to: 8, lostFraction: 1 } })).toThrow(RangeError);
  expect(() => conductImpulse({ temperatureCelsius: 37 })).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import {
  findSecondImpulseCurrent,
  findThresholdDisplacement,
  readActionPotential,
} from './action-potential.ts';
import { stimulateAxon } from './hodgkin-huxley.ts';

const shock = (displacementMillivolts: number, conditions = {}) =>
  readActionPotential(stimulateAxon({ displacementMillivolts, durationMilliseconds: 20, ...conditions }));

// Computed from the equations of 1952 by two independent solvers; Hodgkin & Huxley's figure 12 shows the same impulse
test('15 mV peaks at 105.4 mV after 1.16 ms and undershoots to −11.2 mV', () => {
  const { peakMillivolts, peakMilliseconds, troughMillivolts, impulseMilliseconds } = shock(15);
  expect(peakMillivolts).toBeCloseTo(105.4, 1);
  expect(peakMilliseconds).toBeCloseTo(1.16, 2);
  expect(troughMillivolts).toBeCloseTo(-11.2, 1);
  expect(impulseMilliseconds).toHaveLength(1);
});

// Hodgkin & Huxley (1952) found 6 to 7 mV, figure 12; 6.502 computed from their equations
test('7 mV fires, 6 mV does not, and the threshold is 6.502 mV', () => {
  expect(shock(7).impulseMilliseconds).toHaveLength(1);
  expect(shock(6).impulseMilliseconds).toHaveLength(0);
  expect(findThresholdDisplacement()).toBeCloseTo(6.502, 3);
});

test('a sodium block raises the threshold and then abolishes the impulse', () => {
  expect(findThresholdDisplacement({ sodiumBlockFraction: 0.3 })).toBeGreaterThan(7);
  expect(findThresholdDisplacement({ sodiumBlockFraction: 0.95 })).toBeUndefined();
});

test('a potassium block prolongs the impulse; warmth shortens and lowers it', () => {
  const timeAbove = (conditions: object) => {
    const { displacementMillivolts } = stimulateAxon({
      displacementMillivolts: 15,
      durationMilliseconds: 20,
      ...conditions,
    });
    return displacementMillivolts.filter((v) => v > 50).length;
  };
  expect(timeAbove({ potassiumBlockFraction: 0.8 })).toBeGreaterThan(1.5 * timeAbove({}));
  expect(timeAbove({ temperatureCelsius: 18.5 })).toBeLessThan(0.5 * timeAbove({}));
  expect(shock(15, { temperatureCelsius: 18.5 }).peakMillivolts).toBeLessThan(105);
});

test('a steady current makes the axon fire again and again', () => {
  const pulses = [{ startMilliseconds: 0, durationMilliseconds: 99, microampsPerCm2: 10 }];
  const record = stimulateAxon({ pulses, durationMilliseconds: 80 });
  expect(readActionPotential(record).impulseMilliseconds.length).toBeGreaterThan(3);
});

test('soon after an impulse no current fires another; later a strong one does, and at last a usual one', () => {
  expect(findSecondImpulseCurrent(2)).toBeUndefined();
  const early = findSecondImpulseCurrent(8)!;
  const late = findSecondImpulseCurrent(25)!;
  expect(early).toBeGreaterThan(late);
  expect(late).toBeLessThan(20);
  expect(() => findSecondImpulseCurrent(5, { sodiumBlockFraction: 1 })).toThrow(/no impulse/);
});

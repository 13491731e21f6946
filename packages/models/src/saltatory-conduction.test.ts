import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveBetweenJumps } from './dormand-prince.ts';
import { steadyGates } from './hodgkin-huxley.ts';
import { odexStates } from './odex-solution.ts';
import { conductImpulse, fibreDerivatives } from './saltatory-conduction.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

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

test.each([
  ['whole', {}],
  ['in ice', { temperatureCelsius: 0 }],
  ['at 30 °C', { temperatureCelsius: 30 }],
  ['without myelin', { temperatureCelsius: 30, bareInternodes: { from: 6, to: 9, lostFraction: 0.2 } }],
  ['blocked', { temperatureCelsius: 5, blockedNodes: { from: 6, to: 9, sodiumBlockFraction: 0.9 } }],
])('the impulse that leaps agrees with odex to 1e-6 of its 100 mV at every node: %s', (_, fibre) => {
  const drawn = conductImpulse(fibre, 6);
  const rest = steadyGates(0);
  const one = [0, rest.sodiumActivation, rest.sodiumInactivation, rest.potassiumActivation];
  const places = [0, 10, 25, 50, 75, 100, 150, 300, 600];
  const states = odexStates(
    (middle) => fibreDerivatives(fibre, middle < 0.1 ? 0.003 : 0),
    Array.from({ length: 16 }, () => one).flat(),
    places.map((k) => drawn.timesMilliseconds[k]!),
  );
  const errors = states.flatMap((state, j) =>
    drawn.displacementMillivolts.map((v, node) => Math.abs(v[places[j]!]! - state[4 * node]!)),
  );
  expect(Math.max(...errors)).toBeLessThan(1e-4);
});

test('charge is conserved along the fibre: what is put in charges membranes or leaves through them', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(part, part, fc.integer({ min: 0, max: 30 }), (lostFraction, sodiumBlockFraction, celsius) => {
      const fibre = {
        temperatureCelsius: celsius,
        blockedNodes: { from: 6, to: 9, sodiumBlockFraction },
        bareInternodes: { from: 6, to: 9, lostFraction },
      };
      const still = fibreDerivatives(fibre);
      const ratesAt = (derivatives: Derivatives, state: Float64Array) => {
        const rates = new Float64Array(64);
        derivatives(0, state, rates);
        return rates;
      };
      // each node's capacitance, from how it answers a current and its neighbour
      const quiet = ratesAt(still, new Float64Array(64));
      const first = 0.003 / (ratesAt(fibreDerivatives(fibre, 0.003), new Float64Array(64))[0]! - quiet[0]!);
      const pulledBy = (node: number, neighbour: number) => {
        const state = new Float64Array(64);
        state[4 * neighbour] = 1;
        return ratesAt(still, state)[4 * node]! - quiet[4 * node]!;
      };
      const axial = first * pulledBy(0, 1);
      const capacitance = Array.from({ length: 16 }, (_, k) => axial / pulledBy(k, k < 15 ? k + 1 : k - 1));
      const rest = steadyGates(0);
      const one = [0, rest.sodiumActivation, rest.sodiumInactivation, rest.potassiumActivation];
      const { times, values } = solveBetweenJumps({
        jumps: [0.1],
        derivativesAt: (middle) => fibreDerivatives(fibre, middle < 0.1 ? 0.003 : 0),
        initial: Array.from({ length: 16 }, () => one).flat(),
        times: evenTimes(0, 1, 1001),
      });
      // a node among others at its own voltage exchanges nothing with them: what is left is its membrane
      const throughMembranes = Array.from(times, (_, k) =>
        capacitance.reduce((sum, farads, node) => {
          const alike = Float64Array.from({ length: 64 }, (_, i) => values[4 * node + (i % 4)]![k]!);
          return sum + farads * ratesAt(still, alike)[4 * node]!;
        }, 0),
      );
      let through = 0;
      for (let k = 0; k + 2 < times.length; k += 2)
        through +=
          (throughMembranes[k]! + 4 * throughMembranes[k + 1]! + throughMembranes[k + 2]!) *
          ((times[1]! - times[0]!) / 3);
      const held = capacitance.reduce((sum, farads, node) => sum + farads * values[4 * node]!.at(-1)!, 0);
      expect(Math.abs(0.0003 + through - held)).toBeLessThan(1e-6 * 0.0003 + 1e-8);
    }),
    { numRuns: 4, seed: 7 },
  );
});

test('nodes and internodes that the fibre lacks are refused', () => {
  expect(() => conductImpulse({ blockedNodes: { from: 7, to: 16, sodiumBlockFraction: 1 } })).toThrow(
    RangeError,
  );
  expect(() => conductImpulse({ bareInternodes: { from: 9, to: 8, lostFraction: 1 } })).toThrow(RangeError);
  expect(() => conductImpulse({ temperatureCelsius: 37 })).toThrow(RangeError);
});

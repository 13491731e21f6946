import { expect, test } from 'vitest';
import { odexSolution } from './odex-solution.ts';
import { rungeKutta4 } from './runge-kutta-4.ts';
import type { Derivatives } from './trajectory.ts';

const predatorsAndPrey: Derivatives = (_, [prey = 0, predators = 0], rates) => {
  rates[0] = prey * (1.1 - 0.4 * predators);
  rates[1] = predators * (0.1 * prey - 0.4);
};

test('exponential decay comes out as the exponential', () => {
  const { times, values } = rungeKutta4({
    derivatives: (_, y, rates) => void (rates[0] = -y[0]!),
    initial: [2],
    start: 0,
    end: 3,
    steps: 300,
    keepEvery: 100,
  });
  expect(Array.from(times)).toEqual([0, 1, 2, 3]);
  times.forEach((time, k) => expect(values[0]![k]).toBeCloseTo(2 * Math.exp(-time), 9));
});

test('halving the step divides the error by about sixteen', () => {
  const errorOf = (steps: number) => {
    const { values } = rungeKutta4({
      derivatives: (t, _, rates) => void (rates[0] = Math.cos(t) * Math.exp(Math.sin(t))),
      initial: [1],
      start: 0,
      end: 2,
      steps,
    });
    return Math.abs(values[0]![steps]! - Math.exp(Math.sin(2)));
  };
  expect(errorOf(20) / errorOf(40)).toBeGreaterThan(14);
  expect(errorOf(20) / errorOf(40)).toBeLessThan(18);
});

test('a nonlinear oscillation agrees with odex to 1e-6', () => {
  const reference = odexSolution(predatorsAndPrey, [10, 5], 0, 20);
  const { values } = rungeKutta4({
    derivatives: predatorsAndPrey,
    initial: [10, 5],
    start: 0,
    end: 20,
    steps: 20000,
    keepEvery: 20000,
  });
  reference.forEach((value, i) => expect(Math.abs(values[i]![1]! - value)).toBeLessThan(1e-6));
});

test('the same problem gives the same bits', () => {
  const solve = () =>
    rungeKutta4({ derivatives: predatorsAndPrey, initial: [10, 5], start: 0, end: 9, steps: 90 });
  expect(solve()).toEqual(solve());
});

test('a step that blows up, or that keepEvery does not divide, is refused', () => {
  const stiff: Derivatives = (_, y, rates) => void (rates[0] = -1e6 * y[0]!);
  const problem = { derivatives: stiff, initial: [1], start: 0, end: 100, steps: 100 };
  expect(() => rungeKutta4(problem)).toThrow(/not finite/);
  expect(() => rungeKutta4({ ...problem, keepEvery: 3 })).toThrow(RangeError);
  expect(() => rungeKutta4({ ...problem, initial: [] })).toThrow(RangeError);
});

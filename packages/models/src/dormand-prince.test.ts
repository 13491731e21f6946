import { expect, test } from 'vitest';
import { dormandPrince, solveBetweenJumps } from './dormand-prince.ts';
import { odexSolution } from './odex-solution.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

const vanDerPol: Derivatives = (_, [x = 0, v = 0], rates) => {
  rates[0] = v;
  rates[1] = 2 * (1 - x * x) * v - x;
};

test('a nonlinear oscillation agrees with odex to 1e-6 at the end and between steps', () => {
  const times = evenTimes(0, 12, 7);
  const { values } = dormandPrince({ derivatives: vanDerPol, initial: [2, 0], times });
  for (let k = 1; k < times.length; k++) {
    const reference = odexSolution(vanDerPol, [2, 0], 0, times[k]!);
    reference.forEach((value, i) => expect(Math.abs(values[i]![k]! - value)).toBeLessThan(1e-6));
  }
});

test('a rotation closes on itself and interpolates to the sine', () => {
  const times = evenTimes(0, 2 * Math.PI, 101);
  const { values } = dormandPrince({
    derivatives: (_, [x = 0, y = 0], rates) => {
      rates[0] = -y;
      rates[1] = x;
    },
    initial: [1, 0],
    times,
  });
  times.forEach((time, k) => expect(Math.abs(values[1]![k]! - Math.sin(time))).toBeLessThan(1e-7));
});

test('asking for more points does not change the solution', () => {
  const end = (points: number) => {
    const { values } = dormandPrince({
      derivatives: vanDerPol,
      initial: [2, 0],
      times: evenTimes(0, 5, points),
    });
    return values[0]!.at(-1);
  };
  expect(end(2)).toBe(end(57));
});

test('an input shorter than a free step is seen with a bound on the step', () => {
  const pulse: Derivatives = (t, _, rates) => void (rates[0] = Math.exp(-(((t - 50) / 0.05) ** 2)));
  const { values } = dormandPrince({ derivatives: pulse, initial: [0], times: [0, 100], longestStep: 0.05 });
  expect(values[0]![1]).toBeCloseTo(0.05 * Math.sqrt(Math.PI), 8);
});

test('a solution that does not exist, and times that do not ascend, are refused', () => {
  const escape: Derivatives = (_, y, rates) => void (rates[0] = y[0]! ** 2);
  expect(() => dormandPrince({ derivatives: escape, initial: [1], times: [0, 2] })).toThrow(RangeError);
  expect(() => dormandPrince({ derivatives: vanDerPol, initial: [2, 0], times: [0, 1, 1] })).toThrow(
    /ascend/,
  );
  expect(() => dormandPrince({ derivatives: vanDerPol, initial: [2, 0], times: [0] })).toThrow(RangeError);
  expect(() =>
    dormandPrince({ derivatives: vanDerPol, initial: [2, 0], times: [0, 9], mostSteps: 3 }),
  ).toThrow(/steps needed/);
});

test('a start at zero with a steep rate, and a rate that is zero at first, are both solved', () => {
  const filling: Derivatives = (t, _, rates) => void (rates[0] = 100 * Math.exp(-0.4 * t));
  const filled = dormandPrince({ derivatives: filling, initial: [0], times: [0, 10] });
  expect(filled.values[0]![1]).toBeCloseTo(250 * (1 - Math.exp(-4)), 6);
  const waking: Derivatives = (t, _, rates) => void (rates[0] = t ** 3);
  const woken = dormandPrince({ derivatives: waking, initial: [0], times: [0, 2] });
  expect(woken.values[0]![1]).toBeCloseTo(4, 8);
});

test('rates that jump are solved stretch by stretch, whatever the times that are wanted', () => {
  const inflow = (middle: number) => (middle > 1 && middle < 2 ? 3 : 0);
  const level = (t: number) =>
    t <= 1 ? 0 : t <= 2 ? 3 * (1 - Math.exp(1 - t)) : 3 * (1 - Math.exp(-1)) * Math.exp(2 - t);
  for (const points of [2, 4, 14, 61]) {
    const { times, values } = solveBetweenJumps({
      jumps: [2, 1, 1 + 1e-15, -1, 9],
      derivativesAt: (middle) => (_, y, rates) => void (rates[0] = inflow(middle) - y[0]!),
      initial: [0],
      times: evenTimes(0, 3, points),
    });
    expect(times).toEqual(evenTimes(0, 3, points));
    times.forEach((time, k) => expect(Math.abs(values[0]![k]! - level(time))).toBeLessThan(1e-8));
  }
});

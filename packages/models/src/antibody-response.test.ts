import { expect, test } from 'vitest';
import { antibodyCourse, antibodyDerivatives } from './antibody-response.ts';
import { odexSolution } from './odex-solution.ts';

const peakDay = (values: Float64Array, from = 0) => {
  let best = from;
  for (let k = from; k < values.length; k++) if (values[k]! > values[best]!) best = k;
  return best;
};

test('the course agrees with odex to 1e-6', () => {
  const reference = odexSolution(antibodyDerivatives, [1, 0, 0, 0, 0, 0], 0, 40);
  const { antibody, memory } = antibodyCourse([{ day: 0 }], 60);
  expect(Math.abs(antibody[40]! - reference[5]!)).toBeLessThan(1e-6);
  expect(Math.abs(memory[40]! - reference[2]!)).toBeLessThan(1e-6);
});

test('the first answer takes weeks; the second comes sooner and is many times higher', () => {
  const { antibody } = antibodyCourse([{ day: 0 }, { day: 42 }], 150);
  const first = peakDay(antibody.subarray(0, 43));
  const second = peakDay(antibody);
  expect(antibody[3]! / antibody[first]!).toBeLessThan(0.1);
  expect(first).toBeGreaterThan(14);
  expect(second - 42).toBeLessThan(first);
  expect(antibody[second]! / antibody[first]!).toBeGreaterThan(5);
});

test('a longer wait lets memory ripen: the second answer after 12 weeks is higher than after 1', () => {
  const best = (day: number) => Math.max(...antibodyCourse([{ day: 0 }, { day }], 250).antibody);
  expect(best(84)).toBeGreaterThan(1.3 * best(7));
});

test('what is left after a year comes from long-lived cells, and two doses leave more', () => {
  const one = antibodyCourse([{ day: 0 }], 365);
  const two = antibodyCourse([{ day: 0 }, { day: 30 }], 365);
  expect(one.plasmablasts[365]! / one.longLived[365]!).toBeLessThan(0.01);
  expect(two.antibody[365]!).toBeGreaterThan(3 * one.antibody[365]!);
});

test('without a dose nothing happens, half a day is kept, and impossible schedules are refused', () => {
  expect(Math.max(...antibodyCourse([], 30).antibody)).toBe(0);
  expect(antibodyCourse([{ day: 2.5 }], 30).antigen[3]).toBeCloseTo(Math.exp(-0.5 * 0.3), 8);
  expect(() => antibodyCourse([{ day: 50 }], 30)).toThrow(RangeError);
  expect(() => antibodyCourse([{ day: 0, amount: 9 }], 30)).toThrow(/amount/);
});

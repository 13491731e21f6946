import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glucoseDay, glucoseDerivatives, glucosePersons } from './glucose-insulin.ts';
import { odexSolution } from './odex-solution.ts';

const drink = [{ startMinutes: 0, carbohydrateGrams: 75 }];
const peak = (values: Float64Array) => Math.max(...values);

test('without food or injections everybody stays where they are', () => {
  for (const person of Object.values(glucosePersons)) {
    const { glucoseMgPerDL, insulinMuPerL } = glucoseDay(person, 600);
    expect(peak(glucoseMgPerDL)).toBeCloseTo(person.basalGlucoseMgPerDL, 6);
    expect(Math.min(...insulinMuPerL)).toBeCloseTo(person.basalInsulinMuPerL, 6);
  }
});

test('the day agrees with odex to 1e-6 an hour after a meal', () => {
  const person = glucosePersons.healthy;
  const reference = odexSolution(glucoseDerivatives(person, 75000), [75000, 0, 0, 90, 0, 8, 0, 0], 0, 60);
  const { glucoseMgPerDL, insulinMuPerL } = glucoseDay(person, 120, drink);
  expect(Math.abs(glucoseMgPerDL[12]! - reference[3]!)).toBeLessThan(1e-6);
  expect(Math.abs(insulinMuPerL[12]! - reference[5]!)).toBeLessThan(1e-6);
});

test.each(['typeOne', 'typeTwo', 'insulinResistant'] as const)(
  'a meal with insulin under the skin agrees with odex to 1e-6 all day: %s',
  (name) => {
    const person = glucosePersons[name];
    const day = glucoseDay(
      person,
      300,
      [{ startMinutes: 60, carbohydrateGrams: 60 }],
      [{ startMinutes: 45, units: 6 }],
    );
    const stretch = (mealMg: number, state: number[], from: number, to: number) =>
      odexSolution(glucoseDerivatives(person, mealMg), state, from, to);
    const injected = stretch(
      0,
      [0, 0, 0, person.basalGlucoseMgPerDL, 0, person.basalInsulinMuPerL, 0, 0],
      0,
      45,
    );
    injected[6]! += 6000;
    let state = stretch(0, injected, 45, 60);
    state[0]! += 60_000;
    for (let minutes = 60; minutes < 300; minutes += 30) {
      state = stretch(60_000, state, minutes, minutes + 30);
      const k = (minutes + 30) / 5;
      expect(Math.abs(day.glucoseMgPerDL[k]! / state[3]! - 1)).toBeLessThan(1e-6);
      expect(Math.abs(day.insulinMuPerL[k]! / state[5]! - 1)).toBeLessThan(1e-6);
      expect(Math.abs(day.insulinActionPerMinute[k]! - state[4]!)).toBeLessThan(1e-6);
    }
  },
);

test('glucose is conserved: eaten = in stomach + in gut + absorbed, of which 90 % appears', () => {
  fc.assert(
    fc.property(fc.double({ min: 10, max: 150, noNaN: true }), (carbohydrateGrams) => {
      const day = glucoseDay(glucosePersons.healthy, 600, [{ startMinutes: 0, carbohydrateGrams }], [], 1);
      let appeared = 0;
      const flow = day.appearanceMgPerMinute;
      for (let k = 0; k + 2 < flow.length; k += 2)
        appeared += (flow[k]! + 4 * flow[k + 1]! + flow[k + 2]!) / 3;
      const left = day.stomachMg.at(-1)! + day.intestineMg.at(-1)!;
      expect(Math.abs((appeared / 0.9 + left) / (1000 * carbohydrateGrams) - 1)).toBeLessThan(1e-4);
    }),
    { numRuns: 8 },
  );
});

test('75 g take the healthy to about 160 mg/dL and back in two hours; the resistant need more insulin for it', () => {
  const healthy = glucoseDay(glucosePersons.healthy, 300, drink);
  const resistant = glucoseDay(glucosePersons.insulinResistant, 300, drink);
  const two = glucoseDay(glucosePersons.typeTwo, 300, drink);
  expect(peak(healthy.glucoseMgPerDL)).toBeGreaterThan(130);
  expect(peak(healthy.glucoseMgPerDL)).toBeLessThan(180);
  expect(healthy.glucoseMgPerDL[24]).toBeLessThan(140);
  expect(peak(resistant.insulinMuPerL)).toBeGreaterThan(1.5 * peak(healthy.insulinMuPerL));
  expect(two.glucoseMgPerDL[24]).toBeGreaterThan(200);
});

test('without a pancreas insulin under the skin replaces the answer, and too much of it goes under 75 mg/dL', () => {
  const meal = [{ startMinutes: 30, carbohydrateGrams: 60 }];
  const after = (units: number) =>
    glucoseDay(glucosePersons.typeOne, 420, meal, [{ startMinutes: 15, units }]).glucoseMgPerDL;
  expect(peak(after(0))).toBeGreaterThan(240);
  expect(peak(after(6))).toBeLessThan(peak(after(0)) - 40);
  expect(Math.min(...after(20))).toBeLessThan(75);
  expect(Math.min(...after(50))).toBeGreaterThan(0);
});

test('a second meal joins the first, and impossible meals are refused', () => {
  const meals = [
    { startMinutes: 0, carbohydrateGrams: 40 },
    { startMinutes: 100, carbohydrateGrams: 40 },
  ];
  const { stomachMg } = glucoseDay(glucosePersons.healthy, 300, meals);
  expect(stomachMg[20]! - stomachMg[19]!).toBeGreaterThan(35000);
  expect(() =>
    glucoseDay(glucosePersons.healthy, 300, [{ startMinutes: 0, carbohydrateGrams: 900 }]),
  ).toThrow(RangeError);
  expect(() => glucoseDay(glucosePersons.healthy, 5)).toThrow(/durationMinutes/);
});

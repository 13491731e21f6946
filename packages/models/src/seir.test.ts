import fc from 'fast-check';
import { expect, test } from 'vitest';
import { odexSolution } from './odex-solution.ts';
import { finalSize, herdImmunity, outbreakCourse, seirDerivatives } from './seir.ts';

const measles = { population: 100_000, basicReproduction: 15, latentDays: 10, infectiousDays: 8 };

// z = 1 − e^(−2z), Kermack & McKendrick (1927); 1 − 1/15, Fine (1993), Epidemiol. Rev. 15, 265
test('the final size at R₀ 2 is .7968, and the threshold at R₀ 15 is .933', () => {
  expect(finalSize(2)).toBeCloseTo(0.7968, 4);
  expect(herdImmunity(15).immuneFraction).toBeCloseTo(0.933, 3);
  expect(herdImmunity(15, 0.97).coverage).toBeCloseTo(0.9622, 4);
  expect(herdImmunity(0.8).immuneFraction).toBe(0);
  expect(finalSize(1)).toBe(0);
});

test('nobody appears or is lost: S + E + I + R + protected = N on every day', () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      between(0, 18),
      between(1, 20),
      between(2, 20),
      between(0, 0.99),
      between(0, 1),
      (r0, latent, infectious, c, e) => {
        const course = outbreakCourse(
          {
            population: 10_000,
            basicReproduction: r0,
            latentDays: latent,
            infectiousDays: infectious,
            vaccineCoverage: c,
            vaccineEfficacy: e,
          },
          200,
        );
        course.susceptible.forEach((s, k) => {
          const all =
            s + course.exposed[k]! + course.infectious[k]! + course.removed[k]! + course.protectedPeople;
          if (Math.abs(all - 10_000) > 1e-5) throw new Error(`day ${k}: ${all}`);
        });
      },
    ),
    { numRuns: 25 },
  );
});

test('an outbreak run to its end reaches the final size, and agrees with odex to 1e-6 of N', () => {
  const flu = { population: 1e6, basicReproduction: 2, latentDays: 2, infectiousDays: 4, firstCases: 1 };
  expect(outbreakCourse(flu, 600).everInfected / 1e6).toBeCloseTo(finalSize(2), 4);
  const reference = odexSolution(seirDerivatives(flu), [1e6 - 1, 0, 1, 0], 0, 60);
  const { infectious } = outbreakCourse(flu, 60);
  expect(Math.abs(infectious[60]! - reference[2]!) / 1e6).toBeLessThan(1e-6);
});

test('coverage above the threshold stops measles, and below it an outbreak remains', () => {
  const above = outbreakCourse({ ...measles, vaccineCoverage: 0.97, vaccineEfficacy: 0.97 }, 800);
  const below = outbreakCourse({ ...measles, vaccineCoverage: 0.85, vaccineEfficacy: 0.97 }, 800);
  expect(above.startingReproduction).toBeLessThan(1);
  expect(above.everInfected).toBeLessThan(30);
  expect(below.everInfected).toBeGreaterThan(5000);
});

test('what cannot be is refused', () => {
  expect(() => outbreakCourse({ ...measles, vaccineCoverage: 1 }, 100)).toThrow(/first cases/);
  expect(() => outbreakCourse({ ...measles, infectiousDays: 0 }, 100)).toThrow(RangeError);
  expect(() => herdImmunity(0)).toThrow(RangeError);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  balancedFrequency,
  driftCounts,
  expectedHeterozygosity,
  frequencyPath,
  nextFrequency,
} from './allele-frequency.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

test('without forces a frequency stays, and A and a always sum to one', () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (p, s, m) => {
      expect(nextFrequency(p, {})).toBeCloseTo(p, 12);
      const forces = {
        fitness: { AA: 1, Aa: 1 - s / 3, aa: 1 - s / 2 },
        migration: { rate: m, frequency: 0.3 },
      };
      const mirrored = {
        fitness: { AA: 1 - s / 2, Aa: 1 - s / 3, aa: 1 },
        migration: { rate: m, frequency: 0.7 },
      };
      expect(nextFrequency(p, forces) + nextFrequency(1 - p, mirrored)).toBeCloseTo(1, 10);
    }),
  );
});

test('a lethal recessive falls as q/(1 + tq)', () => {
  const path = frequencyPath(0.5, { fitness: { AA: 1, Aa: 1, aa: 0 } }, 8);
  path.forEach((p, t) => expect(1 - p).toBeCloseTo(0.5 / (1 + 0.5 * t), 12));
});

test('malaria holds sickle haemoglobin where both losses balance', () => {
  const fitness = { AA: 0.88, Aa: 1, aa: 0.1 };
  expect(balancedFrequency(fitness)).toBeCloseTo(0.9 / 1.02, 12);
  expect(frequencyPath(0.99, { fitness }, 400).at(-1)).toBeCloseTo(balancedFrequency(fitness), 6);
  expect(() => balancedFrequency({ AA: 1, Aa: 0.9, aa: 1 })).toThrow(RangeError);
});

test('migration closes a fraction m of the distance each generation', () => {
  const path = frequencyPath(0.9, { migration: { rate: 0.1, frequency: 0.1 } }, 10);
  expect(path[10]! - 0.1).toBeCloseTo(0.8 * 0.9 ** 10, 12);
});

test('both alleles together stay 2N under every force, and what selection kills a migrant alone brings back', () => {
  const part = fc.double({ min: 0, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 0, max: 9999 }),
      part,
      part,
      part,
      fc.constantFrom(0, 0.02, 0.1),
      (people, seed, malaria, sickle, frequency, rate) => {
        const fitness = { AA: 1 - malaria, Aa: 1, aa: 1 - sickle };
        const forces = { fitness, migration: { rate, frequency } };
        const counts = driftCounts(people, people, 40, seed, forces);
        counts.forEach((count, t) => {
          const other = 2 * people - count;
          expect(Number.isInteger(count) && count >= 0 && other >= 0).toBe(true);
          const p = nextFrequency(count / (2 * people), forces);
          // the other allele's own arithmetic, with names exchanged, leaves the rest of the 2N
          const q = nextFrequency(other / (2 * people), {
            fitness: { AA: fitness.aa, Aa: 1, aa: fitness.AA },
            migration: { rate, frequency: 1 - frequency },
          });
          expect(p + q).toBeCloseTo(1, 12);
          const before = counts[t - 1];
          if (rate === 0 && (before === 0 || before === 2 * people)) expect(count).toBe(before);
        });
      },
    ),
    { numRuns: 40 },
  );
});

test('drift keeps 2N alleles, repeats with its seed, and stops when an allele is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 4294967295 }), (people, seed) => {
      const counts = driftCounts(people, people, 60, seed);
      expect(counts).toEqual(driftCounts(people, people, 60, seed));
      counts.forEach((count, k) => {
        expect(count).toBeGreaterThanOrEqual(0);
        expect(count).toBeLessThanOrEqual(2 * people);
        const before = counts[k - 1];
        if (before === 0 || before === 2 * people) expect(count).toBe(before);
      });
    }),
    { numRuns: 20 },
  );
});

test('many drifting populations keep the frequency on average and lose heterozygosity as expected', () => {
  const ends = Array.from({ length: 400 }, (_, seed) => driftCounts(20, 20, 20, seed)[20]! / 40);
  const mean = ends.reduce((a, b) => a + b) / ends.length;
  const heterozygosity = ends.reduce((sum, p) => sum + 2 * p * (1 - p), 0) / ends.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  expect(Math.abs(heterozygosity - expectedHeterozygosity(0.5, 20, 20))).toBeLessThan(0.04);
});

test('nobody with children, and counts beyond 2N, are refused', () => {
  expect(() => nextFrequency(0, { fitness: { AA: 1, Aa: 1, aa: 0 } })).toThrow(/nobody/);
  expect(() => driftCounts(10, 21, 5, 1)).toThrow(RangeError);
});

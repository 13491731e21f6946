import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hardyWeinbergFrequencies, hardyWeinbergTest } from './hardy-weinberg.ts';

// counts as textbooks give them for the MN groups; χ², P and f by arithmetic (Weir 1996, Genetic Data Analysis II)
test('MN 298/489/213: p .5425, χ² .2215 (P .6379), corrected .1790 (P .6723), f .01488', () => {
  const result = hardyWeinbergTest({ AA: 298, Aa: 489, aa: 213 });
  expect(result.p).toBe(0.5425);
  expect(result.chiSquare).toBeCloseTo(0.2215, 4);
  expect(result.probability).toBeCloseTo(0.6379, 4);
  expect(result.correctedChiSquare).toBeCloseTo(0.179, 4);
  expect(result.correctedProbability).toBeCloseTo(0.6723, 4);
  expect(result.inbreeding).toBeCloseTo(0.01488, 5);
});

test('alleles are counted once: expected counts hold the alleles and the people that were observed', () => {
  const count = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(count, count, count, (AA, Aa, aa) => {
      const { expected, p, chiSquare, inbreeding } = hardyWeinbergTest({ AA, Aa, aa });
      const n = AA + Aa + aa;
      expect(expected.AA + expected.Aa + expected.aa).toBeCloseTo(n, 6);
      expect(2 * expected.AA + expected.Aa).toBeCloseTo(2 * AA + Aa, 6);
      expect(p).toBeGreaterThan(0);
      expect(chiSquare).toBeCloseTo(n * inbreeding ** 2, 6);
    }),
  );
});

test('a frequency gives p², 2pq and q²; one allele alone gives no test', () => {
  expect(hardyWeinbergFrequencies(0.9)).toEqual({
    AA: expect.closeTo(0.81),
    Aa: expect.closeTo(0.18),
    aa: expect.closeTo(0.01),
  });
  expect(() => hardyWeinbergTest({ AA: 10, Aa: 0, aa: 0 })).toThrow(/both alleles/);
  expect(() => hardyWeinbergTest({ AA: 1.5, Aa: 1, aa: 1 })).toThrow(RangeError);
  expect(() => hardyWeinbergFrequencies(1.1)).toThrow(RangeError);
});

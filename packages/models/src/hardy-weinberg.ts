import { chiSquareUpperTail } from './chi-square.ts';
import { requireBetween, requireWhole } from './requirements.ts';

export interface GenotypeCounts {
  AA: number;
  Aa: number;
  aa: number;
}

/**
 * The genotype frequencies of a population that mates at random.
 *
 * Formula: p², 2pq, q². Range: p 0 to 1. Errors: RangeError outside it.
 * Source: Hardy (1908), Science 28, 49–50; Weinberg (1908).
 */
export function hardyWeinbergFrequencies(p: number) {
  requireBetween(p, 0, 1, 'p');
  return { AA: p * p, Aa: 2 * p * (1 - p), aa: (1 - p) ** 2 };
}

/**
 * Whether counted genotypes depart from what random mating would give.
 *
 * Formula: p = (2AA + Aa)/2n; χ² = Σ(O − E)²/E with 1 degree of freedom (3 classes − 1 − p estimated), and
 * with Yates's correction Σ(|O − E| − ½)²/E, no difference counted under 0; f = 1 − Aa/(2pqn), positive where
 * heterozygotes lack.
 * Units: people. Range: whole counts to 10⁹, both alleles present. χ² is rough where an expected count is
 * under 5.
 * Errors: RangeError for counts that are not whole, or one allele alone, where nothing can depart.
 * Source: Weir (1996), Genetic Data Analysis II; MN data as published in textbooks are a test.
 */
export function hardyWeinbergTest(observed: GenotypeCounts) {
  for (const genotype of ['AA', 'Aa', 'aa'] as const) requireWhole(observed[genotype], 0, 1e9, genotype);
  const n = observed.AA + observed.Aa + observed.aa;
  const p = (2 * observed.AA + observed.Aa) / (2 * n);
  if (!(p > 0 && p < 1)) throw new RangeError('both alleles must be present');
  const frequencies = hardyWeinbergFrequencies(p);
  const expected = { AA: n * frequencies.AA, Aa: n * frequencies.Aa, aa: n * frequencies.aa };
  let chiSquare = 0;
  let correctedChiSquare = 0;
  for (const genotype of ['AA', 'Aa', 'aa'] as const) {
    const away = Math.abs(observed[genotype] - expected[genotype]);
    chiSquare += away ** 2 / expected[genotype];
    correctedChiSquare += Math.max(0, away - 0.5) ** 2 / expected[genotype];
  }
  return {
    p,
    expected,
    chiSquare,
    probability: chiSquareUpperTail(chiSquare, 1),
    correctedChiSquare,
    correctedProbability: chiSquareUpperTail(correctedChiSquare, 1),
    inbreeding: 1 - observed.Aa / expected.Aa,
    smallestExpected: Math.min(expected.AA, expected.Aa, expected.aa),
  };
}

import { finite, requireBetween, requirePositive } from './requirements.ts';

/**
 * Reliability of a difference between two scores of one person.
 *
 * Formula: (s₁²ρ₁ + s₂²ρ₂ − 2 r s₁s₂)/(s₁² + s₂² − 2 r s₁s₂). Two good tests (ρ = .8 each, r = .6)
 * give .50: why people are never ranked by gain.
 * Range: reliabilities in [0, 1], r in (−1, 1), standard deviations positive (1 unless told);
 * result in (−∞, 1].
 * Shapes: one record. Units: none; the standard deviations in those of the scores.
 * Errors: RangeError outside those ranges, or where the difference has no variance.
 * Source: Lord (1963); Gulliksen (1950), chapter 23.
 */
export function gainReliability(input: {
  preReliability: number;
  postReliability: number;
  correlation: number;
  preSd?: number;
  postSd?: number;
}): number {
  const { preReliability, postReliability, correlation, preSd = 1, postSd = 1 } = input;
  requireBetween(preReliability, 0, 1, 'preReliability');
  requireBetween(postReliability, 0, 1, 'postReliability');
  requireBetween(correlation, -1, 1, 'correlation');
  for (const sd of [preSd, postSd]) {
    requirePositive(sd, 'an sd');
  }
  const shared = 2 * correlation * preSd * postSd;
  const differenceVariance = preSd ** 2 + postSd ** 2 - shared;
  if (!(differenceVariance > 1e-12 * (preSd ** 2 + postSd ** 2))) {
    throw new RangeError('the difference has no variance');
  }
  return finite((preSd ** 2 * preReliability + postSd ** 2 * postReliability - shared) / differenceVariance);
}

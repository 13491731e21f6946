import { finite, requireBetween, requireNotNegative, requireNumber } from './requirements.ts';

export interface TrueScoreEstimate {
  estimate: number;
  standardError: number;
}

/**
 * Kelley's estimate of a true score from an observed one, with its standard error.
 *
 * Formula: T̂ = ρ·x + (1 − ρ)·x̄; SE = s·√(ρ(1 − ρ)).
 * Units: those of the score; reliability ρ in [0, 1]. This is the N(estimate, SD²) that `topK`
 * wants where everybody met the same items.
 * Shapes: one record. Range: the estimate between score and mean; the error in [0, sd/2].
 * Errors: RangeError for values that are not finite, sd < 0, reliability outside [0, 1].
 * Source: Kelley (1947); Lord & Novick (1968), 3.7.
 */
export function kelleyEstimate(input: {
  score: number;
  mean: number;
  sd: number;
  reliability: number;
}): TrueScoreEstimate {
  const { score, mean, sd, reliability } = input;
  requireNumber(score, 'score');
  requireNumber(mean, 'mean');
  requireNotNegative(sd, 'sd');
  requireBetween(reliability, 0, 1, 'reliability');
  return finite({
    estimate: reliability * score + (1 - reliability) * mean,
    standardError: sd * Math.sqrt(reliability * (1 - reliability)),
  });
}

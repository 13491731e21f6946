import { tInterval, type MeanEstimate } from './intervals.ts';
import { minimums } from './minimums.ts';
import { mean } from './moments.ts';
import { requireCount } from './requirements.ts';
import { requireScoredForecasts } from './scored-forecasts.ts';

/**
 * Bias: mean confidence minus share right; above 0 is overconfidence.
 *
 * Formula: mean p − mean y. Shapes: y of 0 and 1, p of the same length; one pair a response.
 * Units: probability. Range: [−1, 1].
 * Errors: RangeError if empty, of unequal length, y not 0 or 1, p outside [0, 1].
 * Source: Lichtenstein & Fischhoff (1977), over/underconfidence.
 */
export function calibrationBias(y: readonly number[], p: readonly number[]): number {
  requireScoredForecasts(y, p);
  return mean(p) - mean(y);
}

/**
 * The same bias with a t interval over responses, for one learner pooled over a course.
 *
 * Formula: t interval of p − y. Shapes and units as `calibrationBias`.
 * Range: [−1, 1]; the interval may leave it.
 * Errors: RangeError as there, and under 10 responses. For a cohort give one mean bias per learner
 * to `tInterval` instead, since answers of one learner belong together.
 * Source: Student (1908); Lichtenstein & Fischhoff (1977).
 */
export function calibrationBiasEstimate(
  y: readonly number[],
  p: readonly number[],
  level = 0.95,
): MeanEstimate {
  requireScoredForecasts(y, p);
  requireCount(y.length, minimums.binResponses, 'responses');
  return tInterval(
    p.map((forecast, i) => forecast - y[i]!),
    level,
  );
}

import { mean } from './moments.ts';
import { requireScoredForecasts } from './scored-forecasts.ts';

/** What one learner's sitting says about confidence; all in probability units, [0, 1]. */
export interface ConfidenceSummary {
  meanConfidence: number;
  accuracy: number;
  brier: number;
}

/**
 * One learner's sitting in three numbers: mean p, mean y, mean (p − y)².
 *
 * Shapes: y of 0 and 1, p of the same length; one pair a response.
 * Formula: Σp/n, Σy/n, Σ(p − y)²/n. Units: probability, the last squared. Range: [0, 1].
 * Errors: RangeError if empty, of unequal length, y not 0 or 1, p outside [0, 1].
 * Source: Brier (1950); Lichtenstein & Fischhoff (1977).
 */
export function confidenceSummary(y: readonly number[], p: readonly number[]): ConfidenceSummary {
  requireScoredForecasts(y, p);
  let squares = 0;
  for (let i = 0; i < y.length; i++) squares += (p[i]! - y[i]!) ** 2;
  return { meanConfidence: mean(p), accuracy: mean(y), brier: squares / y.length };
}

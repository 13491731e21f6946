import { groupByForecast } from './scored-forecasts.ts';

/**
 * Expected calibration error: the mean distance between stated confidence and share right.
 *
 * Formula: Σ(n_k/N)|p_k − ō_k| over the distinct forecasts p_k.
 * Shapes: y of 0 and 1, p of the same length. Units: probability. Range: [0, 1]; with few responses
 * it is large by chance alone, so it is for cohorts; for one learner use `calibrationBias`.
 * Errors: RangeError if empty, of unequal length, y not 0 or 1, p outside [0, 1].
 * Source: Murphy & Winkler (1977); Naeini et al. (2015) for the name.
 */
export function calibrationError(y: readonly number[], p: readonly number[]): number {
  let error = 0;
  for (const { forecast, n, right } of groupByForecast(y, p)) {
    error += (n / y.length) * Math.abs(forecast - right / n);
  }
  return error;
}

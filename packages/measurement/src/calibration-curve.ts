import { wilsonInterval, type Interval } from './intervals.ts';
import { minimums } from './minimums.ts';
import { requireWhole } from './requirements.ts';
import { groupByForecast } from './scored-forecasts.ts';

export type CalibrationBin =
  | {
      forecast: number;
      count: number;
      enough: true;
      right: number;
      observed: number;
      interval: Interval;
    }
  | { forecast: number; count: number; enough: false };

/**
 * Share right at each stated confidence.
 *
 * Formula: for each distinct p, the share of y = 1 with its Wilson interval. Grouped by value, so
 * that a guess among four options and one among five are never lumped.
 * Shapes: y of 0 and 1, p of the same length. Result: lowest p first; a bin under `minCount`
 * responses (10 unless told) keeps its count and has `enough: false` in place of a rate.
 * Units: probability. Range: [0, 1].
 * Errors: RangeError if empty, of unequal length, y not 0 or 1, p outside [0, 1], minCount < 1.
 * Source: Murphy & Winkler (1977), reliability diagram.
 */
export function calibrationCurve(
  y: readonly number[],
  p: readonly number[],
  options: { minCount?: number; level?: number } = {},
): CalibrationBin[] {
  const { minCount = minimums.binResponses, level = 0.95 } = options;
  requireWhole(minCount, 1, 'minCount');
  return groupByForecast(y, p).map(({ forecast, n, right }) =>
    n < minCount
      ? { forecast, count: n, enough: false }
      : {
          forecast,
          count: n,
          enough: true,
          right,
          observed: right / n,
          interval: wilsonInterval(right, n, level),
        },
  );
}

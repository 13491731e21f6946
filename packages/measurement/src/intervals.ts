import { mean, variance } from './moments.ts';
import { normalQuantile } from './normal-distribution.ts';
import {
  finite,
  requireCount,
  requireLevel,
  requireNotNegative,
  requireNumber,
  requireWhole,
} from './requirements.ts';
import { tQuantile } from './t-distribution.ts';

/** Lower and upper end of an interval. */
export type Interval = [low: number, high: number];

/**
 * Wilson score interval of a share.
 *
 * Formula: (p̂ + z²/2n ± z√(p̂(1 − p̂)/n + z²/4n²))/(1 + z²/n).
 * Units: `right` of `count` people or responses; level such as .95. Range: inside [0, 1].
 * Covers 95 % within a point and a half for n ≥ 10 on average over shares from .05 to .95; at one
 * share between 91 % and 98 %, since counts are whole.
 * Errors: RangeError if count < 1, right > count, or either is not whole.
 * Source: Wilson (1927), JASA 22.
 */
export function wilsonInterval(right: number, count: number, level = 0.95): Interval {
  requireWhole(count, 1, 'count');
  requireWhole(right, 0, 'right');
  if (right > count) throw new RangeError(`right exceeds count: ${right} of ${count}`);
  requireLevel(level);
  const z = normalQuantile(0.5 + level / 2);
  const share = right / count;
  const centre = share + (z * z) / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return [
    right === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    right === count ? 1 : Math.min(1, (centre + spread) / scale),
  ];
}

export interface MeanEstimate {
  mean: number;
  standardError: number;
  df: number;
  interval: Interval;
}

/**
 * Interval from an estimate, its standard error and degrees of freedom: estimate ± t·SE.
 *
 * Errors: RangeError for df ≤ 0, a negative or infinite standard error, a level outside (0, 1).
 */
export function tIntervalOf(estimate: number, standardError: number, df: number, level = 0.95): Interval {
  requireLevel(level);
  requireNumber(estimate, 'the estimate');
  requireNotNegative(standardError, 'the standard error');
  const reach = tQuantile(0.5 + level / 2, df) * standardError;
  return finite([estimate - reach, estimate + reach]);
}

/**
 * Mean with its t interval.
 *
 * Formula: x̄ ± t_{(1+level)/2, n−1}·s/√n. Shapes: n ≥ 2 numbers. Units: those of the values.
 * Covers its level for independent values: 95 % at n ≥ 10 for roughly symmetric values; with
 * strong skew somewhat less below n = 30.
 * Errors: RangeError under two values or not finite. Source: Student (1908).
 */
export function tInterval(values: ArrayLike<number>, level = 0.95): MeanEstimate {
  requireCount(values.length, 2, 'values for an interval');
  const centre = mean(values);
  const standardError = Math.sqrt(variance(values) / values.length);
  const df = values.length - 1;
  return {
    mean: centre,
    standardError,
    df,
    interval: tIntervalOf(centre, standardError, df, level),
  };
}

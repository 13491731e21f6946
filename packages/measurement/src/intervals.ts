import { exp, log } from './deterministic-math.ts';
import { mean, variance } from './moments.ts';
import { normalQuantile } from './normal-distribution.ts';
import {
  finite,
  requireBetween,
  requireCount,
  requireLevel,
  requireNotNegative,
  requireNumber,
  requirePositive,
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
 * Shapes: two counts.
 * Errors: RangeError if count < 1, right > count, or either is not whole.
 * Source: Wilson (1927), JASA 22.
 */
export function wilsonInterval(right: number, count: number, level = 0.95): Interval {
  requireWhole(count, 1, 'count');
  requireWhole(right, 0, 'right');
  if (right > count) throw new RangeError(`right exceeds count: ${right} of ${count}`);
  requireLevel(level);
  return scoreInterval(right / count, count, level);
}

/** Wilson's interval of a share of `count`, which need not be whole. */
export function scoreInterval(share: number, count: number, level: number): Interval {
  const z = normalQuantile(0.5 + level / 2);
  const centre = share + (z * z) / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return [
    share === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    share === 1 ? 1 : Math.min(1, (centre + spread) / scale),
  ];
}

/**
 * Interval of the difference of two independent shares, each of `count` people; `count` need not be
 * whole, as where people tied at an edge share a place.
 *
 * Formula: with Wilson's ends l and u of each share, a − b − √((a − l_a)² + (u_b − b)²) and
 * a − b + √((u_a − a)² + (b − l_b)²).
 * Range: inside [−1, 1]. Errors: RangeError for a share outside [0, 1], a count not above 0.
 * Source: Newcombe (1998), Statistics in Medicine 17, method 10.
 */
export function shareDifferenceInterval(
  a: number,
  b: number,
  counts: readonly [number, number],
  level = 0.95,
): Interval {
  requireBetween(a, 0, 1, 'a');
  requireBetween(b, 0, 1, 'b');
  for (const count of counts) requirePositive(count, 'count');
  requireLevel(level);
  const [lowA, highA] = scoreInterval(a, counts[0], level);
  const [lowB, highB] = scoreInterval(b, counts[1], level);
  return [
    a - b - Math.sqrt((a - lowA) ** 2 + (highB - b) ** 2),
    a - b + Math.sqrt((highA - a) ** 2 + (b - lowB) ** 2),
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
 * Covers its level for independent values: 95 % at n ≥ 10 for roughly symmetric values.
 * Range: that of the values; the interval may leave it.
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

/**
 * Interval of a correlation.
 *
 * Formula: tanh(artanh r ± z/√(n − 3)).
 * Units: none; n pairs of values. Range: inside (−1, 1). For a right or wrong answer against a score
 * it covers 93–97 % at level .95 from n = 50, for shares right from .2 to .8.
 * Shapes: r and the number of pairs behind it.
 * Errors: RangeError under four pairs, for |r| ≥ 1 (no error is known there), not finite, a level
 * outside (0, 1).
 * Source: Fisher (1921), Metron 1.
 */
export function correlationInterval(r: number, n: number, level = 0.95): Interval {
  requireNumber(r, 'r');
  if (Math.abs(r) >= 1) throw new RangeError(`r must lie in (−1, 1): ${r}`);
  requireWhole(n, 4, 'n');
  requireLevel(level);
  const centre = 0.5 * log((1 + r) / (1 - r));
  const reach = normalQuantile(0.5 + level / 2) / Math.sqrt(n - 3);
  const end = (z: number): number => {
    const squared = exp(2 * Math.abs(z));
    return (Math.sign(z) * (squared - 1)) / (squared + 1);
  };
  return finite([end(centre - reach), end(centre + reach)]);
}

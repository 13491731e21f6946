import { tIntervalOf, type Interval } from './intervals.ts';
import { mean, standardDeviation, variance } from './moments.ts';
import { noncentralityInterval } from './noncentral-t.ts';
import { finite, requireCount, requireFinite, requireSameLength } from './requirements.ts';
import { tTwoSided } from './t-distribution.ts';

export interface PairedEffect {
  /** mean of post − pre, in the units of the scores */
  difference: number;
  /** t interval of `difference` */
  differenceInterval: Interval;
  t: number;
  df: number;
  /** two-sided */
  p: number;
  /** difference / SD of the differences; grows with the correlation, so not for reporting */
  dz: number;
  /** difference / √((s_pre² + s_post²)/2) */
  dav: number;
  /** `dav` corrected for small samples: the effect to report */
  hedges: number;
  /** interval of `dz`, from the noncentral t */
  interval: Interval;
}

/** Hedges' correction J = 1 − 3/(4·df − 1). Errors: RangeError for df < 1. Source: Hedges (1981). */
export function hedgesCorrection(df: number): number {
  if (!(df >= 1)) throw new RangeError(`df must be at least 1: ${df}`);
  return 1 - 3 / (4 * df - 1);
}

/**
 * Paired comparison: t test and standardised effects of post − pre.
 *
 * Formula: t = d̄/(s_d/√n), df = n − 1; d_z = d̄/s_d with the interval δ/√n of the noncentral t;
 * d_av = d̄/√((s_pre² + s_post²)/2); hedges = J·d_av, J = 1 − 3/(4·df − 1).
 * Shapes: two lists of n ≥ 2 matched scores. Units: those of the scores; effects have none.
 * Range: p in [0, 1], df from 1, the rest any number.
 * Errors: RangeError under two pairs, unequal length, not finite, or differences that are all equal.
 * Under 30 pairs an effect is not shown to people (`minimums.effectPairs`).
 * Source: Cumming (2012), chapter 11; Hedges (1981); Steiger & Fouladi (1997).
 */
export function pairedEffect(
  pre: readonly number[],
  post: readonly number[],
  options: { level?: number } = {},
): PairedEffect {
  const { level = 0.95 } = options;
  requireSameLength(pre, post, 'pre and post');
  requireCount(pre.length, 2, 'pairs');
  requireFinite(pre, 'pre');
  requireFinite(post, 'post');
  const differences = post.map((value, i) => value - pre[i]!);
  const difference = mean(differences);
  const spread = standardDeviation(differences);
  if (!(spread > 1e-12 * Math.max(1, Math.abs(difference)))) {
    throw new RangeError('every pair has the same difference');
  }
  const n = pre.length;
  const df = n - 1;
  const standardError = spread / Math.sqrt(n);
  const t = difference / standardError;
  const dav = difference / Math.sqrt((variance(pre) + variance(post)) / 2);
  const [low, high] = noncentralityInterval(t, df, level);
  return finite({
    difference,
    differenceInterval: tIntervalOf(difference, standardError, df, level),
    t,
    df,
    p: tTwoSided(t, df),
    dz: difference / spread,
    dav,
    hedges: hedgesCorrection(df) * dav,
    interval: [low / Math.sqrt(n), high / Math.sqrt(n)],
  });
}

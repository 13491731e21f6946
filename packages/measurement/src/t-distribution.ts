import { incompleteBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal-distribution.ts';
import { requireNumber } from './requirements.ts';

/**
 * Two-sided tail of Student's t, P(|T| ≥ |t|).
 *
 * Formula: I_{df/(df + t²)}(df/2, ½). Range: df > 0, not necessarily whole; result in [0, 1].
 * Errors: RangeError for df ≤ 0 or a t that is not finite. Source: Abramowitz & Stegun 26.7.1.
 */
export function tTwoSided(t: number, df: number): number {
  requireNumber(t, 't');
  if (!(df > 0)) throw new RangeError(`df must be positive: ${df}`);
  return incompleteBeta(df / 2, 0.5, df / (df + t * t));
}

/**
 * Quantile of Student's t: the t with P(T ≤ t) = p.
 *
 * Formula: bisection of the two-sided tail between bounds doubled from the normal quantile.
 * Range: p in (0, 1), df > 0. Relative error about 1e-13.
 * Errors: RangeError outside that range. Source: definition.
 */
export function tQuantile(p: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`df must be positive: ${df}`);
  const z = normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = 2 * Math.min(p, 1 - p);
  let low = 0;
  let high = Math.max(1, Math.abs(z));
  while (tTwoSided(high, df) > tail) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    if (tTwoSided(middle, df) > tail) low = middle;
    else high = middle;
  }
  return p < 0.5 ? -0.5 * (low + high) : 0.5 * (low + high);
}

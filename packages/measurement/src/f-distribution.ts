import { incompleteBeta } from './incomplete-beta.ts';
import { requirePositive } from './requirements.ts';

/**
 * Quantile of Fisher's F: the x with P(F ≤ x) = p.
 *
 * Formula: P(F ≤ x) = I_y(df₁/2, df₂/2) with y = df₁x/(df₁x + df₂); bisection in y.
 * Range: p in (0, 1), degrees of freedom above 0, not necessarily whole; relative error about 1e-12.
 * Errors: RangeError outside that range. Source: Abramowitz & Stegun 26.6.2.
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie in (0, 1): ${p}`);
  requirePositive(df1, 'df1');
  requirePositive(df2, 'df2');
  let low = 0;
  let high = 1;
  for (let i = 0; i < 200; i++) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    if (incompleteBeta(df1 / 2, df2 / 2, middle) < p) low = middle;
    else high = middle;
  }
  const y = 0.5 * (low + high);
  return (df2 * y) / (df1 * (1 - y));
}

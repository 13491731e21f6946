import { finite, requireCount, requireFinite, requireSameLength } from './requirements.ts';

/**
 * Arithmetic mean Σx/n, summed in the order given.
 *
 * Shapes: n ≥ 1 numbers. Units: those of x. Errors: RangeError if empty or not finite.
 * Formula: Σx/n. Range: that of x.
 * Source: definition.
 */
export function mean(values: ArrayLike<number>): number {
  requireFinite(values, 'values');
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return finite(sum / values.length);
}

/**
 * Sample variance Σ(x − x̄)²/(n − 1), in two passes.
 *
 * Shapes: n ≥ 2 numbers. Units: those of x, squared. Range: [0, ∞).
 * Formula: Σ(x − x̄)²/(n − 1), less the rounding of x̄.
 * Errors: RangeError under two values or not finite.
 * Source: Chan, Golub & LeVeque (1983), The American Statistician 37.
 */
export function variance(values: ArrayLike<number>): number {
  requireCount(values.length, 2, 'values for a variance');
  const centre = mean(values);
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const d = values[i]! - centre;
    squares += d * d;
    rest += d;
  }
  return finite(Math.max(0, squares - (rest * rest) / values.length) / (values.length - 1));
}

/**
 * Square root of the sample variance.
 *
 * Formula: √(Σ(x − x̄)²/(n − 1)). Shapes: n ≥ 2 numbers. Units: those of x. Range: [0, ∞).
 * Errors: RangeError under two values or not finite. Source: as `variance`.
 */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/**
 * Sample covariance Σ(x − x̄)(y − ȳ)/(n − 1).
 *
 * Shapes: two lists of n ≥ 2 numbers. Errors: RangeError on too few, unequal length, not finite.
 */
export function covariance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  requireSameLength(x, y, 'x and y');
  requireCount(x.length, 2, 'values for a covariance');
  const mx = mean(x);
  const my = mean(y);
  let products = 0;
  for (let i = 0; i < x.length; i++) products += (x[i]! - mx) * (y[i]! - my);
  return finite(products / (x.length - 1));
}

/**
 * Pearson's correlation cov(x, y)/(s_x s_y).
 *
 * Shapes: two lists of n ≥ 2 numbers. Range: [−1, 1].
 * Formula: Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)²·Σ(y − ȳ)²). Units: none.
 * Errors: RangeError on too few, unequal length, not finite, or a constant list.
 * Source: Pearson (1895).
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const sx = standardDeviation(x);
  const sy = standardDeviation(y);
  if (sx === 0 || sy === 0) throw new RangeError('a constant list has no correlation');
  return Math.max(-1, Math.min(1, covariance(x, y) / sx / sy));
}

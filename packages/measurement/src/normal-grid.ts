import { requirePositive, requireWhole } from './requirements.ts';
import { normalDensity } from './normal-distribution.ts';

export interface Grid {
  points: Float64Array;
  /** sum to 1 */
  weights: Float64Array;
}

/**
 * Evenly spaced points on mean ± reach·sd with normal weights.
 *
 * For smooth integrands the error of this rule falls faster than any power of the spacing; a
 * posterior with standard deviation s needs a spacing of about s.
 * Errors: RangeError under three points or an sd that is not positive.
 */
export function normalGrid(count: number, mean = 0, sd = 1, reach = 6): Grid {
  requireWhole(count, 3, 'points');
  requirePositive(sd, 'sd');
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  let sum = 0;
  for (let q = 0; q < count; q++) {
    const z = -reach + (2 * reach * q) / (count - 1);
    points[q] = mean + sd * z;
    weights[q] = normalDensity(z);
    sum += weights[q]!;
  }
  for (let q = 0; q < count; q++) weights[q]! /= sum;
  return { points, weights };
}

/** Points enough for a test of this many items. */
export function gridSize(items: number): number {
  return items <= 50 ? 41 : items <= 120 ? 61 : 81;
}

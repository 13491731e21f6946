import { cronbachAlpha, totalVariances } from './cronbach-alpha.ts';
import { finite, requireNotNegative, requireNumber } from './requirements.ts';
import type { ResponseMatrix } from './response-matrix.ts';

/**
 * Standard error of measurement: the spread of one person's observed scores around the true one.
 *
 * Formula: s·√(1 − reliability). Called with a person × item matrix it takes s and α from it;
 * called with (s, reliability) it uses those.
 * Units: those of the total score. Range: [0, ∞).
 * Errors: RangeError for s < 0, reliability above 1, not finite; for a matrix as `cronbachAlpha`.
 * Source: Lord & Novick (1968), 3.4.
 */
export function standardErrorOfMeasurement(matrix: ResponseMatrix): number;
export function standardErrorOfMeasurement(sd: number, reliability: number): number;
export function standardErrorOfMeasurement(first: ResponseMatrix | number, reliability?: number): number {
  if (typeof first === 'object' && first !== null) {
    return standardErrorOfMeasurement(Math.sqrt(totalVariances(first).total), cronbachAlpha(first));
  }
  requireNotNegative(first, 'sd');
  requireNumber(reliability!, 'reliability');
  if (reliability! > 1) throw new RangeError(`reliability must not exceed 1: ${reliability}`);
  return finite(first * Math.sqrt(1 - reliability!));
}

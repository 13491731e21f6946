import { cronbachAlpha, totalVariances } from './cronbach-alpha.ts';
import { tInterval, type Interval } from './intervals.ts';
import { finite, requireNotNegative, requireNumber } from './requirements.ts';
import { completeRows, denseMatrix, type ResponseMatrix } from './response-matrix.ts';

/**
 * Standard error of measurement: the spread of one person's observed scores around the true one.
 *
 * Formula: s·√(1 − reliability). Called with a person × item matrix it takes s and α from it;
 * called with (s, reliability) it uses those.
 * Units: those of the total score. Range: [0, ∞).
 * Shapes: two numbers, or a person × item matrix with `null` for missing.
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

/**
 * Interval of the standard error of measurement.
 *
 * Formula: SEM² = s_X²(1 − α) = (kΣs_i² − s_X²)/(k − 1) is the mean, but for n/(n − 1), of
 * ψ = (kΣ(x_i − x̄_i)² − (X − X̄)²)/(k − 1) over people; the roots of the ends of its t interval, a
 * lower end below 0 becoming 0. It supposes no distribution; covers 93–97 % at level .95 from n = 50.
 * Shapes: person × item matrix, `null` for missing; people with a missing response are left out.
 * Units: those of the total score. Range: [0, ∞).
 * Errors: RangeError as `cronbachAlpha`, and for a level outside (0, 1).
 * Source: Maydeu-Olivares, Coffman & Hartmann (2007), Psychological Methods 12 (influence of a
 * person on α); our use of it.
 */
export function standardErrorOfMeasurementInterval(matrix: ResponseMatrix, level = 0.95): Interval {
  totalVariances(matrix);
  const { people, items, values } = completeRows(denseMatrix(matrix));
  const means = new Float64Array(items);
  for (let at = 0; at < values.length; at++) means[at % items]! += values[at]! / people;
  const parts = Float64Array.from({ length: people }, (_, i) => {
    let squares = 0;
    let total = 0;
    for (let j = 0; j < items; j++) {
      const d = values[i * items + j]! - means[j]!;
      squares += d * d;
      total += d;
    }
    return ((items * squares - total * total) / (items - 1)) * (people / (people - 1));
  });
  const [low, high] = tInterval(parts, level).interval;
  return finite([Math.sqrt(Math.max(0, low)), Math.sqrt(high)]);
}

import { fQuantile } from './f-distribution.ts';
import type { Interval } from './intervals.ts';
import { finite, requireCount, requireLevel } from './requirements.ts';
import { completeRows, denseMatrix, type ResponseMatrix } from './response-matrix.ts';

/** Sample variances of the items and of the total, over the people who answered everything. */
export interface TotalVariances {
  people: number;
  items: Float64Array;
  total: number;
}

/** Item and total variances with one denominator, n − 1. Errors as `cronbachAlpha`. */
export function totalVariances(matrix: ResponseMatrix): TotalVariances {
  const dense = denseMatrix(matrix);
  requireCount(dense.items, 2, 'items');
  const { people, items, values } = completeRows(dense);
  requireCount(people, 2, 'people who answered every item');
  const means = new Float64Array(items);
  for (let i = 0, at = 0; i < people; i++) {
    for (let j = 0; j < items; j++, at++) means[j]! += values[at]!;
  }
  let totalMean = 0;
  for (let j = 0; j < items; j++) {
    means[j]! /= people;
    totalMean += means[j]!;
  }
  const squares = new Float64Array(items);
  let totalSquares = 0;
  for (let i = 0, at = 0; i < people; i++) {
    let total = 0;
    for (let j = 0; j < items; j++, at++) {
      const d = values[at]! - means[j]!;
      squares[j]! += d * d;
      total += values[at]!;
    }
    totalSquares += (total - totalMean) ** 2;
  }
  for (let j = 0; j < items; j++) {
    squares[j]! /= people - 1;
    if (squares[j]! < 1e-24) throw new RangeError(`item ${j} is constant`);
  }
  const total = totalSquares / (people - 1);
  if (total < 1e-24) throw new RangeError('every person has the same total');
  return { people, items: squares, total };
}

/**
 * Cronbach's α, the lower bound of a total score's reliability.
 *
 * Formula: k/(k − 1)·(1 − Σs_i²/s_X²), the denominator n − 1 in both variances.
 * Shapes: person × item matrix of scores, `null` for missing; people with a missing response are
 * left out, so score what was reached and not answered as 0 beforehand.
 * Range: (−∞, 1]; below 0 when items contradict each other.
 * Units: none.
 * Errors: RangeError under two items or two complete people, a constant item (see
 * `constantColumns`), equal totals, not finite, empty.
 * Source: Cronbach (1951), Psychometrika 16.
 */
export function cronbachAlpha(matrix: ResponseMatrix): number {
  const { items, total } = totalVariances(matrix);
  let sum = 0;
  for (const value of items) sum += value;
  return finite((items.length / (items.length - 1)) * (1 - sum / total));
}

/**
 * Interval of Cronbach's α.
 *
 * Formula: 1 − (1 − α̂)·F quantiles at (1 ± level)/2 with n − 1 and (n − 1)(k − 1) degrees of freedom.
 * It supposes items that vary and covary alike; for right and wrong answers of mixed difficulty it
 * covers 95–98 % at level .95 from n = 50, a little too much.
 * Shapes: as `cronbachAlpha`. Units: none. Range: (−∞, 1].
 * Errors: RangeError as `cronbachAlpha`, and for a level outside (0, 1).
 * Source: Feldt (1965), Psychometrika 30; Feldt, Woodruff & Salih (1987).
 */
export function cronbachAlphaInterval(matrix: ResponseMatrix, level = 0.95): Interval {
  requireLevel(level);
  const alpha = cronbachAlpha(matrix);
  const { people, items } = totalVariances(matrix);
  const end = (p: number): number =>
    1 - (1 - alpha) * fQuantile(p, people - 1, (people - 1) * (items.length - 1));
  return finite([end(0.5 + level / 2), end(0.5 - level / 2)]);
}

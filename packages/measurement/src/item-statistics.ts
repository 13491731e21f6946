import {
  correlationInterval,
  shareDifferenceInterval,
  tInterval,
  wilsonInterval,
  type Interval,
} from './intervals.ts';
import { finite, requireCount } from './requirements.ts';
import type { ResponseMatrix } from './response-matrix.ts';

/** `check-key` when r < 0, `review` when r < .10. */
export type ItemAdvice = 'keep' | 'review' | 'check-key';

export interface ItemStatistics {
  /** people who answered the item */
  people: number;
  /** mean score; for an item scored 0 or 1 the share right. Aim at .3–.9 */
  difficulty: number;
  /** Wilson's for an item scored 0 or 1, else a t interval */
  interval: Interval;
  /** correlation of the item with the total of the others */
  correctedPointBiserial: number;
  /** Fisher's; absent under four people who answered everything, and where r is ±1 */
  discriminationInterval?: Interval;
  /** Kelley's D: difficulty among the best 27 % minus that among the weakest 27 % */
  kelley: number;
  /** Newcombe's, for an item scored 0 or 1; else absent */
  kelleyInterval?: Interval;
  alphaIfDeleted: number;
  advice: ItemAdvice;
}

export interface ConstantItem {
  constant: true;
  people: number;
  difficulty: number;
  interval: Interval;
}

const TAIL_SHARE = 0.27;

/** Weight of each person in a tail group of `size` people; ties at its edge share what is left. */
function tailWeights(totals: Float64Array, size: number, side: 1 | -1): Float64Array {
  const sorted = totals.slice().sort();
  const needed = Math.ceil(size);
  const edge = side === 1 ? sorted[sorted.length - needed]! : sorted[needed - 1]!;
  let beyond = 0;
  let atEdge = 0;
  for (const total of totals) {
    if ((total - edge) * side > 0) beyond += 1;
    else if (total === edge) atEdge += 1;
  }
  const share = (size - beyond) / atEdge;
  return totals.map((total) => ((total - edge) * side > 0 ? 1 : total === edge ? share : 0));
}

interface Sums {
  /** answers, and sum of scores, of each item over everybody */
  counts: Int32Array;
  sums: Float64Array;
  /** 1 while the item was only scored 0 or 1 */
  binary: Uint8Array;
  /** rows without a missing response, their totals, and their sum of scores for each item */
  complete: (readonly number[])[];
  totals: Float64Array;
  completeSums: Float64Array;
}

/** One pass over the matrix as it is, since a copy of a large one costs more than the statistics. */
function sumUp(matrix: ResponseMatrix): Sums {
  requireCount(matrix.length, 1, 'people');
  const k = matrix[0]!.length;
  requireCount(k, 3, 'items');
  const counts = new Int32Array(k);
  const sums = new Float64Array(k);
  const completeSums = new Float64Array(k);
  const binary = new Uint8Array(k).fill(1);
  const complete: (readonly number[])[] = [];
  const totals = new Float64Array(matrix.length);
  for (let i = 0; i < matrix.length; i++) {
    const row = matrix[i]!;
    if (row.length !== k) {
      throw new RangeError(`row ${i} has ${row.length} items, the first row ${k}`);
    }
    let total = 0;
    let answered = 0;
    for (let j = 0; j < k; j++) {
      const value = row[j];
      if (value === null) continue;
      if (typeof value !== 'number' || value - value !== 0) {
        throw new RangeError(`row ${i}, item ${j} is neither a finite number nor null: ${value}`);
      }
      answered += 1;
      total += value;
      counts[j]! += 1;
      sums[j]! += value;
      if (value !== 0 && value !== 1) binary[j] = 0;
    }
    if (answered < k) continue;
    totals[complete.length] = total;
    complete.push(row as readonly number[]);
  }
  const everybody = complete.length === matrix.length;
  if (everybody) completeSums.set(sums);
  else for (const row of complete) for (let j = 0; j < k; j++) completeSums[j]! += row[j]!;
  return {
    counts,
    sums,
    binary,
    complete,
    totals: totals.subarray(0, complete.length),
    completeSums,
  };
}

function difficultyOf(matrix: ResponseMatrix, { counts, sums, binary }: Sums, j: number): ConstantItem {
  const people = counts[j]!;
  requireCount(people, 2, `answers to item ${j}`);
  const answered = (): number[] =>
    matrix.map((row) => row[j]).filter((value): value is number => value != null);
  return {
    constant: true,
    people,
    difficulty: sums[j]! / people,
    interval: binary[j] === 1 ? wilsonInterval(sums[j]!, people) : tInterval(answered()).interval,
  };
}

/**
 * Classical item statistics.
 *
 * Formula, over n people and k items with total X = Σx_i, one denominator n − 1 throughout:
 * - difficulty: mean x_i with its interval, over everybody who answered the item;
 * - correctedPointBiserial: r(x_i, X − x_i), with Fisher's interval;
 * - kelley: mean x_i among the best 27 % by X minus the mean among the weakest 27 %, people tied at
 *   an edge sharing the places left; its interval is Newcombe's for two shares of .27 n people;
 * - alphaIfDeleted: α of the other k − 1 items.
 * Shapes: person × item matrix of scores in [0, 1], `null` for missing. What needs a total uses the
 * people who answered everything, so score what was reached and left as 0 beforehand.
 * Range: difficulty in [0, 1] for such scores, r and D in [−1, 1].
 * Units: difficulty and D in those of the scores, r and α none.
 * Errors: RangeError under three items or three complete people, rows of unequal length, not
 * finite, equal totals; and for a constant item, unless `onConstant: 'mark'`, which leaves such
 * items out of the totals and returns their difficulty alone.
 * Under 50 people the figures are not shown, under 100 not acted upon (`minimums`).
 * Source: Kelley (1939); Henrysson (1963); Cronbach (1951); Wilson (1927); Fisher (1921); Newcombe
 * (1998), Statistics in Medicine 17, method 10.
 */
export function itemStatistics(matrix: ResponseMatrix): ItemStatistics[];
export function itemStatistics(matrix: ResponseMatrix, options: { onConstant: 'throw' }): ItemStatistics[];
export function itemStatistics(
  matrix: ResponseMatrix,
  options: { onConstant?: 'throw' | 'mark' },
): (ItemStatistics | ConstantItem)[];
export function itemStatistics(
  matrix: ResponseMatrix,
  options: { onConstant?: 'throw' | 'mark' } = {},
): (ItemStatistics | ConstantItem)[] {
  const summed = sumUp(matrix);
  const { complete, totals, completeSums } = summed;
  const n = complete.length;
  const k = completeSums.length;
  requireCount(n, 3, 'people who answered every item');

  const means = completeSums.map((sum) => sum / n);
  let totalMean = 0;
  for (let i = 0; i < n; i++) totalMean += totals[i]!;
  totalMean /= n;
  const best = tailWeights(totals, TAIL_SHARE * n, 1);
  const weakest = tailWeights(totals, TAIL_SHARE * n, -1);

  const squares = new Float64Array(k);
  const products = new Float64Array(k);
  const tails = new Float64Array(k);
  const weakTails = new Float64Array(k);
  let totalSquares = 0;
  for (let i = 0; i < n; i++) {
    const row = complete[i]!;
    const fromMean = totals[i]! - totalMean;
    const weak = weakest[i]!;
    const tail = best[i]! - weak;
    totalSquares += fromMean * fromMean;
    for (let j = 0; j < k; j++) {
      const d = row[j]! - means[j]!;
      squares[j]! += d * d;
      products[j]! += d * fromMean;
      tails[j]! += d * tail;
      weakTails[j]! += row[j]! * weak;
    }
  }
  const totalVariance = totalSquares / (n - 1);
  let kept = 0;
  let itemVariances = 0;
  const isConstant = (j: number): boolean => squares[j]! <= 1e-24 * n;
  for (let j = 0; j < k; j++) {
    if (isConstant(j)) {
      if (options.onConstant !== 'mark') throw new RangeError(`item ${j} is constant`);
      continue;
    }
    kept += 1;
    itemVariances += squares[j]! / (n - 1);
  }
  requireCount(kept, 3, 'items that vary');
  if (totalVariance < 1e-24) throw new RangeError('every person has the same total');

  const statistics = Array.from(means, (_, j): ItemStatistics | ConstantItem => {
    const item = difficultyOf(matrix, summed, j);
    if (isConstant(j)) return item;
    const { people, difficulty, interval } = item;
    const variance = squares[j]! / (n - 1);
    const withTotal = products[j]! / (n - 1);
    const restVariance = totalVariance + variance - 2 * withTotal;
    if (restVariance < 1e-12 * totalVariance) {
      throw new RangeError(`the total of the items other than ${j} is constant`);
    }
    const r = (withTotal - variance) / Math.sqrt(variance * restVariance);
    const correctedPointBiserial = Math.max(-1, Math.min(1, r));
    const kelley = tails[j]! / (TAIL_SHARE * n);
    const weak = Math.max(0, Math.min(1, weakTails[j]! / (TAIL_SHARE * n)));
    const best = Math.max(0, Math.min(1, weak + kelley));
    return {
      people,
      difficulty,
      interval,
      correctedPointBiserial,
      ...(n > 3 &&
        Math.abs(correctedPointBiserial) < 1 && {
          discriminationInterval: correlationInterval(correctedPointBiserial, n),
        }),
      kelley,
      ...(summed.binary[j] === 1 && {
        kelleyInterval: shareDifferenceInterval(best, weak, [TAIL_SHARE * n, TAIL_SHARE * n]),
      }),
      alphaIfDeleted: ((kept - 1) / (kept - 2)) * (1 - (itemVariances - variance) / restVariance),
      advice: correctedPointBiserial < 0 ? 'check-key' : correctedPointBiserial < 0.1 ? 'review' : 'keep',
    };
  });
  return finite(statistics);
}

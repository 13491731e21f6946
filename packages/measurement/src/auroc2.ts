import type { Interval } from './intervals.ts';
import { minimums } from './minimums.ts';
import { normalQuantile } from './normal-distribution.ts';
import { requireCount, requireLevel, requireSameLength, requireWhole } from './requirements.ts';

/** Counts of right and of wrong answers per confidence level, lowest level first. */
export interface ConfidenceCounts {
  right: readonly number[];
  wrong: readonly number[];
}

interface Auroc2Parts {
  area: number;
  standardError: number;
}

function auroc2Parts({ right, wrong }: ConfidenceCounts): Auroc2Parts {
  requireSameLength(right, wrong, 'right and wrong');
  requireCount(right.length, 2, 'confidence levels');
  let rightTotal = 0;
  let wrongTotal = 0;
  for (let level = 0; level < right.length; level++) {
    requireWhole(right[level]!, 0, `right[${level}]`);
    requireWhole(wrong[level]!, 0, `wrong[${level}]`);
    rightTotal += right[level]!;
    wrongTotal += wrong[level]!;
  }
  requireCount(rightTotal, minimums.aurocEach, 'right answers');
  requireCount(wrongTotal, minimums.aurocEach, 'wrong answers');

  let area = 0;
  let wrongBelow = 0;
  const rightPlace: number[] = [];
  for (let level = 0; level < right.length; level++) {
    const place = (wrongBelow + wrong[level]! / 2) / wrongTotal;
    rightPlace.push(place);
    area += (right[level]! / rightTotal) * place;
    wrongBelow += wrong[level]!;
  }
  let rightSquares = 0;
  let wrongSquares = 0;
  let rightAbove = rightTotal;
  for (let level = 0; level < right.length; level++) {
    rightAbove -= right[level]!;
    const place = (rightAbove + right[level]! / 2) / rightTotal;
    rightSquares += right[level]! * (rightPlace[level]! - area) ** 2;
    wrongSquares += wrong[level]! * (place - area) ** 2;
  }
  return {
    area,
    standardError: Math.sqrt(
      rightSquares / (rightTotal - 1) / rightTotal + wrongSquares / (wrongTotal - 1) / wrongTotal,
    ),
  };
}

/**
 * Whether people know what they know: the probability that an answer that is right was given with
 * more confidence than one that is wrong, ties counting half.
 *
 * Formula: P(confidence when right > when wrong) + ½ P(tie), from counts per level.
 * Range: [0, 1]; .5 says nothing. Errors: RangeError under 10 right or 10 wrong, under two levels,
 * unequal length, counts that are not whole.
 * Source: Galvin et al. (2003), Psychonomic Bulletin & Review 10 (type 2 area).
 * Shapes: two lists of counts, one number a level, lowest first. Units: probability.
 */
export function auroc2(counts: ConfidenceCounts): number {
  return auroc2Parts(counts).area;
}

/**
 * Interval of `auroc2`: area ± z·SE, inside [0, 1].
 *
 * Formula: DeLong's standard error, from the places of right answers among wrong ones and of wrong
 * among right. Answers of one learner are taken as independent.
 * Shapes as `auroc2`. Units: probability.
 * Range: inside [0, 1].
 * Errors: RangeError as `auroc2`, and where confidence separates right from wrong completely or not
 * at all varies (standard error 0).
 * Source: DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44.
 */
export function auroc2Interval(counts: ConfidenceCounts, level = 0.95): Interval {
  requireLevel(level);
  const { area, standardError } = auroc2Parts(counts);
  if (standardError === 0) throw new RangeError('the area has no standard error');
  const reach = normalQuantile(0.5 + level / 2) * standardError;
  return [Math.max(0, area - reach), Math.min(1, area + reach)];
}

import { competitionRanks } from './competition-ranks.ts';
import { compareRows } from './composite.ts';
import { correlation } from './moments.ts';
import {
  requireCount,
  requireFinite,
  requireNumber,
  requirePositive,
  requireSameLength,
  requireWhole,
} from './requirements.ts';

export interface WeightChange {
  component: number;
  /** what the weight was multiplied by */
  factor: number;
  /** Spearman's correlation of the new places with the old */
  rankCorrelation: number;
  /** share of the best K who stay among the best K; the tied at the cut share its seats */
  topKKept: number;
}

/** Ranks in which the tied share the mean of their places. */
function meanRanks(scores: readonly number[]): number[] {
  const ranks = competitionRanks(scores);
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return ranks.map((rank) => rank + (sizes.get(rank)! - 1) / 2);
}

/** Each candidate's share of a seat: 1 above the cut, 0 below, the rest divided among the tied. */
function seatShares(scores: readonly number[], seats: number): number[] {
  const ranks = competitionRanks(scores);
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return ranks.map((rank) => Math.max(0, Math.min(1, (seats - rank + 1) / sizes.get(rank)!)));
}

/**
 * How much the order depends on the weights: each weight in turn a fifth smaller and a fifth larger.
 *
 * Formula: scores Σ w_j z_j with one w_j × .8 or 1.2; Spearman's rank correlation with the published
 * weights, and the share of the best K that stays (Σ of the smaller seat share, over K).
 * Shapes: weights, one for each component; standardised values, candidates × components; seats K.
 * Range: correlation in [−1, 1], share in [0, 1]. Results: component by component, smaller first.
 * Units: none.
 * Errors: RangeError under two components or candidates, unequal lengths, not finite, weights not
 * positive, seats not from 1 to the number of candidates, or scores that all tie.
 * Source: our choice; OECD/JRC (2008), Handbook on composite indicators, step 7.
 */
export function weightSensitivity(input: {
  weights: readonly number[];
  standardised: readonly (readonly number[])[];
  seats: number;
  /** .2 unless told */
  change?: number;
}): WeightChange[] {
  const { weights, standardised, seats, change = 0.2 } = input;
  requireCount(weights.length, 2, 'components');
  requireCount(standardised.length, 2, 'candidates');
  requireFinite(weights, 'weights');
  requireWhole(seats, 1, 'seats');
  if (seats > standardised.length) throw new RangeError(`seats exceed the candidates: ${seats}`);
  requireNumber(change, 'change');
  if (!(change > 0 && change < 1)) throw new RangeError(`change must lie in (0, 1): ${change}`);
  for (const weight of weights) requirePositive(weight, 'a weight');
  for (const row of standardised) {
    requireSameLength(row, weights, 'candidate and weights');
    requireFinite(row, 'values');
  }
  const rows = standardised.toSorted(compareRows);
  const scoresWith = (used: readonly number[]): number[] =>
    rows.map((row) => row.reduce((sum, z, j) => sum + used[j]! * z, 0));
  const published = scoresWith(weights);
  const publishedRanks = meanRanks(published);
  const publishedShares = seatShares(published, seats);
  return weights.flatMap((weight, component) =>
    [1 - change, 1 + change].map((factor): WeightChange => {
      const scores = scoresWith(weights.with(component, weight * factor));
      const shares = seatShares(scores, seats);
      const kept = shares.reduce((sum, share, i) => sum + Math.min(share, publishedShares[i]!), 0);
      return {
        component,
        factor,
        rankCorrelation: correlation(publishedRanks, meanRanks(scores)),
        topKKept: kept / seats,
      };
    }),
  );
}

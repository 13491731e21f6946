import { requireFinite, requireNumber } from './requirements.ts';

/**
 * A score as it is compared: in millionths, rounded half up, so that sums that differ only in
 * floating-point dust are tied.
 *
 * Units: 1e-6 of the score's unit. Errors: RangeError if not finite or beyond ±9e9.
 * Formula: ⌊10⁶·x + ½⌋. Shapes: one score. Range: whole numbers below 9e15 in size.
 * Source: our choice.
 */
export function roundedScore(score: number): number {
  requireNumber(score, 'a score');
  const millionths = Math.floor(score * 1e6 + 0.5);
  if (!Number.isSafeInteger(millionths)) {
    throw new RangeError(`a score must be a finite number below 9e9: ${score}`);
  }
  return millionths;
}

/**
 * Competition ranks, largest first: equal scores share the better rank, and the next rank counts
 * them all (1, 2, 2, 4).
 *
 * Formula: 1 + the number of strictly larger scores, after rounding to 6 decimals.
 * Shapes: n ≥ 1 scores; the ranks stand in the same places. Range: 1…n.
 * Units: places.
 * Errors: RangeError if empty or not finite.
 * Source: definition.
 */
export function competitionRanks(scores: readonly number[]): number[] {
  requireFinite(scores, 'scores');
  const rounded = scores.map(roundedScore);
  const order = rounded.map((_, i) => i).sort((a, b) => rounded[b]! - rounded[a]! || a - b);
  const ranks = new Array<number>(scores.length);
  let rank = 0;
  order.forEach((i, place) => {
    if (place === 0 || rounded[i] !== rounded[order[place - 1]!]) rank = place + 1;
    ranks[i] = rank;
  });
  return ranks;
}

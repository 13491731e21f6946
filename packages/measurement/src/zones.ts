import { roundedScore } from './competition-ranks.ts';
import { requireBetween, requireCount, requireDistinct, requireWhole } from './requirements.ts';

export type Zone = 'in' | 'review' | 'out';

export interface ZoneCandidate {
  id: string;
  score: number;
  /** P(top K), K = seats */
  probability: number;
}

export interface ZonedCandidate {
  id: string;
  zone: Zone;
}

interface TieGroup {
  score: number;
  size: number;
  probability: number;
  zone: Zone;
}

function tieGroups(candidates: readonly ZoneCandidate[]): Map<number, TieGroup> {
  const probabilities = new Map<number, number[]>();
  for (const { score, probability } of candidates) {
    const key = roundedScore(score);
    const found = probabilities.get(key);
    if (found) found.push(probability);
    else probabilities.set(key, [probability]);
  }
  const groups = new Map<number, TieGroup>();
  for (const [score, members] of probabilities) {
    let sum = 0;
    for (const probability of members.sort((a, b) => a - b)) sum += probability;
    // six decimals, since .9 as a mean of simulated shares may come out as .8999999999999999
    const probability = Math.floor((sum / members.length) * 1e6 + 0.5) / 1e6;
    const zone = probability >= 0.9 ? 'in' : probability <= 0.1 ? 'out' : 'review';
    groups.set(score, { score, size: members.length, probability, zone });
  }
  return groups;
}

/**
 * Zones of a shortlist: in, review, out, fitted to the seats by whole tie groups.
 *
 * Rule: people with equal scores (6 decimals) form a tie group, which stands or falls together with
 * the mean of its members' P(top K). In: P ≥ .90; out: P ≤ .10; review between.
 * 1. While more are in than there are seats, the lowest tie group that is in goes to review.
 * 2. Open seats = seats − in, counted once, now.
 * 3. While review holds more than twice the open seats, the whole tie group farthest from .50
 *    leaves it. P ≥ .50 goes in, but only if it fits (in ≤ seats); P < .50 goes out, but only if
 *    those who stay can still fill the seats (twelve tied for five seats stay). A group that may
 *    not leave stays, and the next farthest is asked. At equal distance the higher score leaves
 *    first. It ends when review is small enough or nobody may leave.
 * Shapes: candidates with distinct ids in any order; the zones come back in the same order and do
 * not depend on it. Units: probability in [0, 1]; scores in any unit.
 * Range: in, review, out.
 * Errors: RangeError if empty, an id appears twice, a probability is outside [0, 1], a score is not
 * finite, or seats is not a whole number of at least 1.
 * Source: the selection rule of the programme.
 */
export function zones(candidates: readonly ZoneCandidate[], seats: number): ZonedCandidate[] {
  requireCount(candidates.length, 1, 'candidates');
  requireWhole(seats, 1, 'seats');
  requireDistinct(
    candidates.map((candidate) => candidate.id),
    'candidates',
  );
  for (const { probability } of candidates) requireBetween(probability, 0, 1, 'probability');
  const groups = tieGroups(candidates);
  const highestFirst = [...groups.values()].sort((a, b) => b.score - a.score);
  const countOf = (zone: Zone): number =>
    highestFirst.reduce((sum, group) => sum + (group.zone === zone ? group.size : 0), 0);

  let inside = countOf('in');
  for (let i = highestFirst.length - 1; i >= 0 && inside > seats; i--) {
    const group = highestFirst[i]!;
    if (group.zone !== 'in') continue;
    group.zone = 'review';
    inside -= group.size;
  }

  const openSeats = seats - inside;
  let inReview = countOf('review');
  while (inReview > 2 * openSeats) {
    let farthest: TieGroup | undefined;
    let farthestDistance = -1;
    for (const group of highestFirst) {
      if (group.zone !== 'review') continue;
      const mayLeave =
        group.probability >= 0.5 ? inside + group.size <= seats : inside + inReview - group.size >= seats;
      if (!mayLeave) continue;
      // in whole millionths, since .7 − .5 and .5 − .3 differ in floating point
      const distance = Math.floor(Math.abs(group.probability - 0.5) * 1e6 + 0.5);
      if (distance > farthestDistance) {
        farthest = group;
        farthestDistance = distance;
      }
    }
    if (!farthest) break;
    inReview -= farthest.size;
    if (farthest.probability >= 0.5) {
      farthest.zone = 'in';
      inside += farthest.size;
    } else {
      farthest.zone = 'out';
    }
  }

  return candidates.map(({ id, score }) => ({ id, zone: groups.get(roundedScore(score))!.zone }));
}

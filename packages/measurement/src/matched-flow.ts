import { tInterval, tIntervalOf, type Interval } from './intervals.ts';
import { minimums } from './minimums.ts';
import { mean, variance } from './moments.ts';
import { requireCount, requireDistinct, requireFinite, requireLevel } from './requirements.ts';

/** One learner's score in one wave. */
export interface WaveRecord {
  id: string;
  score: number;
}

export interface OpeningDifference {
  stayedMean: number;
  stayedInterval: Interval;
  leftMean: number;
  leftInterval: Interval;
  /** mean opening score of those who stayed minus that of those who left */
  difference: number;
  interval: Interval;
}

export interface MatchedFlow {
  enrolled: number;
  opening: number;
  closing: number;
  pairs: number;
  /** took the opening and not the closing */
  left: number;
  /** records of people who are not enrolled, which count nowhere */
  notEnrolled: number;
  /** pairs / opening */
  matchedShare: number;
  /** false under 80 % matched: the gain carries a warning */
  enoughMatched: boolean;
  /** absent while fewer than ten stayed or fewer than ten left */
  openingDifference?: OpeningDifference;
  /** absent under ten pairs */
  boundIfLeaversGainedNothing?: { gain: number; interval: Interval };
}

/**
 * Who is behind a gain: enrolled → opening → closing → pairs, and what those who left could change.
 *
 * Formula: matchedShare = pairs/opening. The opening difference is mean(stayed) − mean(left) with
 * Welch's interval. The bound is gain × matchedShare, the mean gain had everyone who left gained
 * nothing, and its interval that of the gain × matchedShare, the share being counted and not
 * estimated; `gain` is the one shown beside it (the balanced gain), else the mean of closing −
 * opening over the pairs with its t interval.
 * Shapes: ids once each in every list, any order. Units: those of the scores; shares in [0, 1].
 * Range: counts from 0, matchedShare in [0, 1].
 * Errors: RangeError if nobody took the opening, an id appears twice in a list, or a score is not
 * finite. A part that cannot be answered for want of people is absent.
 * Source: our choice.
 */
export function matchedFlow(input: {
  enrolled: readonly string[];
  opening: readonly WaveRecord[];
  closing: readonly WaveRecord[];
  gain?: { gain: number; interval: Interval };
  level?: number;
}): MatchedFlow {
  const { level = 0.95 } = input;
  requireDistinct(input.enrolled, 'enrolled');
  requireDistinct(
    input.opening.map((record) => record.id),
    'opening',
  );
  requireDistinct(
    input.closing.map((record) => record.id),
    'closing',
  );
  const enrolled = new Set(input.enrolled);
  const opening = input.opening.filter((record) => enrolled.has(record.id));
  const closing = input.closing.filter((record) => enrolled.has(record.id));
  requireCount(opening.length, 1, 'opening records of enrolled people');
  for (const wave of [opening, closing]) {
    if (wave.length > 0) {
      requireFinite(
        wave.map((record) => record.score),
        'score',
      );
    }
  }

  requireLevel(level);
  if (input.gain) {
    const [low, high] = input.gain.interval;
    requireFinite([input.gain.gain, low, high], 'gain');
  }

  const closingScore = new Map(closing.map((record) => [record.id, record.score]));
  const stayed: number[] = [];
  const left: number[] = [];
  const gains: number[] = [];
  for (const { id, score } of opening) {
    const after = closingScore.get(id);
    if (after === undefined) {
      left.push(score);
    } else {
      stayed.push(score);
      gains.push(after - score);
    }
  }
  const ascending = (a: number, b: number): number => a - b;
  stayed.sort(ascending);
  left.sort(ascending);
  gains.sort(ascending);

  const matchedShare = gains.length / opening.length;
  const flow: MatchedFlow = {
    enrolled: enrolled.size,
    opening: opening.length,
    closing: closing.length,
    pairs: gains.length,
    left: left.length,
    notEnrolled: input.opening.length - opening.length + (input.closing.length - closing.length),
    matchedShare,
    enoughMatched: gains.length >= minimums.matchedShare * opening.length,
  };
  if (stayed.length >= minimums.subgroupPeople && left.length >= minimums.subgroupPeople) {
    flow.openingDifference = openingDifference(stayed, left, level);
  }
  if (gains.length >= minimums.gainPairs) {
    const { mean: own, interval: ownInterval } = tInterval(gains, level);
    const { gain, interval } = input.gain ?? { gain: own, interval: ownInterval };
    flow.boundIfLeaversGainedNothing = {
      gain: gain * matchedShare,
      interval: [interval[0] * matchedShare, interval[1] * matchedShare],
    };
  }
  return flow;
}

function openingDifference(stayed: number[], left: number[], level: number): OpeningDifference {
  const a = variance(stayed) / stayed.length;
  const b = variance(left) / left.length;
  const df =
    a + b > 0
      ? (a + b) ** 2 / (a ** 2 / (stayed.length - 1) + b ** 2 / (left.length - 1))
      : stayed.length + left.length - 2;
  const difference = mean(stayed) - mean(left);
  return {
    stayedMean: mean(stayed),
    stayedInterval: tInterval(stayed, level).interval,
    leftMean: mean(left),
    leftInterval: tInterval(left, level).interval,
    difference,
    interval: tIntervalOf(difference, Math.sqrt(a + b), df, level),
  };
}

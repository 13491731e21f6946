import { balancedGain, type BalancedGain } from './balanced-gain.ts';
import { tInterval, tIntervalOf, type Interval, type MeanEstimate } from './intervals.ts';
import { minimums } from './minimums.ts';
import {
  finite,
  requireBetween,
  requireCount,
  requireNotNegative,
  requireNumber,
  requirePositive,
} from './requirements.ts';

/** One learner's gain scored with and without the anchor items, and the order of the forms. */
export interface AnchoredGain {
  order: string;
  withAnchors: number;
  withoutAnchors: number;
}

/**
 * Retest effect: how much of a gain comes from meeting the anchors a second time.
 *
 * Formula: the balanced mean of (gain with anchors − gain without), per learner.
 * Shapes: one record a learner. Units: those of the gains, which must share one scale (per cent).
 * Range: that of the gains.
 * Errors: RangeError as `knowledgeGain`.
 * Source: our choice, after Kolen & Brennan (2014) on anchors met twice.
 */
export function retestEffect(gains: readonly AnchoredGain[], level = 0.95): BalancedGain {
  for (const { withAnchors, withoutAnchors } of gains) {
    requireNumber(withAnchors, 'withAnchors');
    requireNumber(withoutAnchors, 'withoutAnchors');
  }
  return balancedGain(
    gains.map(({ order, withAnchors, withoutAnchors }) => ({
      order,
      change: withAnchors - withoutAnchors,
    })),
    level,
  );
}

export interface ComparedGain {
  /** gain of the course minus gain of the comparison group */
  effect: number;
  standardError: number;
  df: number;
  interval: Interval;
}

/**
 * Gain of a course beyond that of a comparison group, which met the forms without the course.
 *
 * Formula: g_course − g_comparison; SE² and degrees of freedom add as Welch's. Only where chance
 * assigned the groups is it an effect.
 * Shapes: two results of `knowledgeGain`. Units: those of the gains.
 * Range: any number.
 * Errors: RangeError if either is not finite or both are without spread.
 * Source: Welch (1947).
 */
export function gainBeyondComparison(
  course: Pick<BalancedGain, 'gain' | 'standardError' | 'df'>,
  comparison: Pick<BalancedGain, 'gain' | 'standardError' | 'df'>,
  level = 0.95,
): ComparedGain {
  for (const { gain, standardError, df } of [course, comparison]) {
    requireNumber(gain, 'gain');
    requireNotNegative(standardError, 'standardError');
    requirePositive(df, 'df');
  }
  const a = course.standardError ** 2;
  const b = comparison.standardError ** 2;
  const effect = course.gain - comparison.gain;
  if (!(a + b > 0)) throw new RangeError('the gains have no spread');
  const df = (a + b) ** 2 / (a ** 2 / course.df + b ** 2 / comparison.df);
  const standardError = Math.sqrt(a + b);
  return finite({
    effect,
    standardError,
    df,
    interval: tIntervalOf(effect, standardError, df, level),
  });
}

/** One learner's self-efficacy for one objective, 1–5: before, after, and looking back. */
export interface SelfEfficacyRecord {
  before: number;
  after: number;
  /** "looking back, where were you?", asked with `after` */
  then?: number;
}

export interface SelfEfficacyGain {
  before: MeanEstimate;
  after: MeanEstimate;
  gain: MeanEstimate;
  /** absent while fewer than ten looked back */
  responseShift?: {
    /** after − then */
    gainLookingBack: MeanEstimate;
    /** then − before: how the yardstick moved; below 0, people now see that they knew less */
    shift: MeanEstimate;
  };
}

/**
 * Change of self-efficacy, with response shift apart.
 *
 * Formula: means with t intervals of before, after and after − before; of after − then and then − before over those
 * who looked back. Shapes: one record a learner and objective. Units: points of the 1–5 scale.
 * Range: means in [1, 5], changes in [−4, 4]; intervals may leave it.
 * Errors: RangeError under ten records, or an answer outside 1–5.
 * Source: Howard & Dailey (1979); Schwartz & Sprangers (1999).
 */
export function selfEfficacyGain(records: readonly SelfEfficacyRecord[], level = 0.95): SelfEfficacyGain {
  requireCount(records.length, minimums.gainPairs, 'pairs for a gain');
  for (const { before, after, then } of records) {
    requireBetween(before, 1, 5, 'before');
    requireBetween(after, 1, 5, 'after');
    if (then !== undefined) requireBetween(then, 1, 5, 'then');
  }
  const of = (value: (record: SelfEfficacyRecord) => number): MeanEstimate =>
    tInterval(records.map(value), level);
  const result: SelfEfficacyGain = {
    before: of(({ before }) => before),
    after: of(({ after }) => after),
    gain: of(({ before, after }) => after - before),
  };
  const lookedBack = records.filter(
    (record): record is Required<SelfEfficacyRecord> => record.then !== undefined,
  );
  if (lookedBack.length >= minimums.gainPairs) {
    result.responseShift = {
      gainLookingBack: tInterval(
        lookedBack.map(({ after, then }) => after - then),
        level,
      ),
      shift: tInterval(
        lookedBack.map(({ before, then }) => then - before),
        level,
      ),
    };
  }
  return result;
}

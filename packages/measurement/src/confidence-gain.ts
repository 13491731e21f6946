import { balancedGain } from './balanced-gain.ts';
import type { ConfidenceSummary } from './confidence-summary.ts';
import type { Interval } from './intervals.ts';
import { requireBetween } from './requirements.ts';

/** One learner before and after, and the order of the forms met, such as 'AB' or 'BA'. */
export interface ConfidencePair {
  order: string;
  before: ConfidenceSummary;
  after: ConfidenceSummary;
}

export interface Change {
  before: number;
  beforeInterval: Interval;
  after: number;
  afterInterval: Interval;
  gain: number;
  standardError: number;
  interval: Interval;
}

export interface ConfidenceGain {
  pairs: number;
  confidence: Change;
  accuracy: Change;
  bias: Change;
  brier: Change;
}

/**
 * Confidence gain of a group, always with what it must be read beside.
 *
 * Formula: mean p after − mean p before, over the same learners, each mean with its interval too; accuracy, bias (confidence minus
 * accuracy) and Brier score (lower is better) in the same way; each balanced over the orders of the
 * forms as in `balancedGain`. bias.gain = confidence.gain − accuracy.gain.
 * Shapes: one record a learner, in any order. Units: probability. Range: gains in [−1, 1].
 * Errors: RangeError under ten pairs, one order only, an order with a single pair, a summary
 * outside [0, 1].
 * Source: our choice.
 */
export function confidenceGain(
  pairs: readonly ConfidencePair[],
  options: { level?: number } = {},
): ConfidenceGain {
  for (const { before, after } of pairs) {
    for (const summary of [before, after]) {
      requireBetween(summary.meanConfidence, 0, 1, 'meanConfidence');
      requireBetween(summary.accuracy, 0, 1, 'accuracy');
      requireBetween(summary.brier, 0, 1, 'brier');
    }
  }
  const changeOf = (value: (summary: ConfidenceSummary) => number): Change => {
    const of = (change: (pair: ConfidencePair) => number) =>
      balancedGain(
        pairs.map((pair) => ({ order: pair.order, change: change(pair) })),
        options.level,
      );
    const { gain, standardError, interval } = of((pair) => value(pair.after) - value(pair.before));
    const before = of((pair) => value(pair.before));
    const after = of((pair) => value(pair.after));
    return {
      before: before.gain,
      beforeInterval: before.interval,
      after: after.gain,
      afterInterval: after.interval,
      gain,
      standardError,
      interval,
    };
  };
  return {
    pairs: pairs.length,
    confidence: changeOf((summary) => summary.meanConfidence),
    accuracy: changeOf((summary) => summary.accuracy),
    bias: changeOf((summary) => summary.meanConfidence - summary.accuracy),
    brier: changeOf((summary) => summary.brier),
  };
}

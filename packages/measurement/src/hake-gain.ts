import { balancedCovariance, balancedGain } from './balanced-gain.ts';
import type { Interval } from './intervals.ts';
import type { GainPair } from './knowledge-gain.ts';
import { finite, requireBetween, requireLevel, requireNumber, requirePositive } from './requirements.ts';
import { tQuantile } from './t-distribution.ts';

function requireScale(max: number): void {
  requirePositive(max, 'max');
}

/**
 * Hake's normalised gain of a class: the share of what could be gained that was gained.
 *
 * Formula: ⟨g⟩ = (post − pre)/(max − pre), of class means; the mean of individual g is biased.
 * Units: means and max in the same unit, 100 for per cent. Range: (−∞, 1].
 * Shapes: two means and the maximum.
 * Errors: RangeError for a mean outside [0, max], or a pre mean of max.
 * Source: Hake (1998), American Journal of Physics 66.
 */
export function hakeGain(preMean: number, postMean: number, max: number): number {
  requireScale(max);
  requireBetween(preMean, 0, max, 'preMean');
  requireBetween(postMean, 0, max, 'postMean');
  if (preMean === max) throw new RangeError('a class at the maximum cannot gain');
  return (postMean - preMean) / (max - preMean);
}

/**
 * Interval of Hake's gain, over the learners behind the two means.
 *
 * Formula: those g for which the balanced mean of (post − pre) − g·(max − pre) lies within t standard
 * errors of 0 (Fieller); with D and E the two balanced means and V their (co)variances, the roots of
 * g²(E² − t²V_EE) − 2g(DE − t²V_DE) + D² − t²V_DD = 0, the degrees of freedom those of the balanced
 * mean at g = D/E. Covers 93–97 % at level .95 from ten pairs.
 * Shapes: one matched pair a learner, as `knowledgeGain`. Units: none. Range: any numbers, the estimate between.
 * Errors: RangeError as `knowledgeGain`; for scores outside [0, max]; and where the class lies so
 * close to the maximum that what it could gain does not differ from 0.
 * Source: Fieller (1954), J. R. Statist. Soc. B 16.
 */
export function hakeGainInterval(pairs: readonly GainPair[], max: number, level = 0.95): Interval {
  requireScale(max);
  requireLevel(level);
  for (const { pre, post } of pairs) {
    requireBetween(pre, 0, max, 'pre');
    requireBetween(post, 0, max, 'post');
  }
  const of = (value: (pair: GainPair) => number) =>
    pairs.map((pair) => ({ order: pair.order, change: value(pair) }));
  const gained = of(({ pre, post }) => post - pre);
  const possible = of(({ pre }) => max - pre);
  const D = balancedGain(gained).gain;
  const E = balancedGain(possible).gain;
  if (E === 0) throw new RangeError('a class at the maximum cannot gain');
  const { df } = balancedGain(of(({ pre, post }) => post - pre - (D / E) * (max - pre)));
  const t2 = tQuantile(0.5 + level / 2, df) ** 2;
  const a = E * E - t2 * balancedCovariance(possible, possible);
  const b = D * E - t2 * balancedCovariance(gained, possible);
  const c = D * D - t2 * balancedCovariance(gained, gained);
  if (!(a > 0)) throw new RangeError('what the class could still gain does not differ from 0');
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return finite([(b - root) / a, (b + root) / a]);
}

/**
 * The band in which Hake put a class by its gain.
 *
 * Rule: low below .3, high above .7, medium between. Shapes: one gain. Units: none.
 * Range: gains up to 1.
 * Errors: RangeError if not finite.
 * Source: Hake (1998).
 */
export function hakeBand(gain: number): 'low' | 'medium' | 'high' {
  requireNumber(gain, 'gain');
  if (gain > 1) throw new RangeError(`gain must not exceed 1: ${gain}`);
  return gain < 0.3 ? 'low' : gain > 0.7 ? 'high' : 'medium';
}

/**
 * Normalised change of one learner, for that learner's own display only.
 *
 * Formula: post > pre: (post − pre)/(max − pre); post < pre: (post − pre)/pre; equal: 0.
 * Units: scores and max in the same unit. Range: [−1, 1].
 * Shapes: two scores and the maximum.
 * Errors: RangeError for a score outside [0, max], and for pre = post of 0 or max, which say
 * nothing and are dropped.
 * Source: Marx & Cummings (2007), American Journal of Physics 75.
 */
export function normalizedChange(pre: number, post: number, max: number): number {
  requireScale(max);
  requireBetween(pre, 0, max, 'pre');
  requireBetween(post, 0, max, 'post');
  if (pre === post) {
    if (pre === 0 || pre === max) throw new RangeError(`pre and post both ${pre} say nothing`);
    return 0;
  }
  return post > pre ? (post - pre) / (max - pre) : (post - pre) / pre;
}

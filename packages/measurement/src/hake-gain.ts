import { requireBetween, requireNumber, requirePositive } from './requirements.ts';

function requireScale(max: number): void {
  requirePositive(max, 'max');
}

/**
 * Hake's normalised gain of a class: the share of what could be gained that was gained.
 *
 * Formula: ⟨g⟩ = (post − pre)/(max − pre), of class means; the mean of individual g is biased.
 * Units: means and max in the same unit, 100 for per cent. Range: (−∞, 1].
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

/** Hake's bands: low below .3, high above .7, medium between. Errors: RangeError if not finite. */
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

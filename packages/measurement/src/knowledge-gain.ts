import { balancedGain, type BalancedGain } from './balanced-gain.ts';
import { requireFinite } from './requirements.ts';

/** One learner's matched scores, and the order of the forms met, such as 'AB' or 'BA'. */
export interface GainPair {
  order: string;
  pre: number;
  post: number;
}

export interface KnowledgeGain extends BalancedGain {
  preMean: number;
  postMean: number;
}

/**
 * Knowledge gain of a group: the mean of the two order groups' raw gains, with a t interval.
 *
 * Formula: see `balancedGain`, with change = post − pre; `preMean` and `postMean` are balanced in
 * the same way, so that postMean − preMean = gain.
 * Shapes: one matched pair a learner, in any order. Units: those of the scores (per cent, points).
 * Errors: RangeError under ten pairs, one order only, an order with a single pair, not finite.
 * For groups, never for ranking people. Without a comparison group it is a change, not an effect.
 * Source: Kolen & Brennan (2014).
 */
export function knowledgeGain(pairs: readonly GainPair[], options: { level?: number } = {}): KnowledgeGain {
  if (pairs.length > 0) {
    requireFinite(
      pairs.map((pair) => pair.pre),
      'pre',
    );
    requireFinite(
      pairs.map((pair) => pair.post),
      'post',
    );
  }
  const of = (value: (pair: GainPair) => number): BalancedGain =>
    balancedGain(
      pairs.map((pair) => ({ order: pair.order, change: value(pair) })),
      options.level,
    );
  const gain = of((pair) => pair.post - pair.pre);
  return { ...gain, preMean: of((pair) => pair.pre).gain, postMean: of((pair) => pair.post).gain };
}

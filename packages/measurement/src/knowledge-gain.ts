import { balancedGain, type BalancedGain, type OrderGroup } from './balanced-gain.ts';
import { tIntervalOf, type Interval } from './intervals.ts';
import { minimums } from './minimums.ts';
import { requireFinite } from './requirements.ts';

/** One learner's matched scores, and the order of the forms met, such as 'AB' or 'BA'. */
export interface GainPair {
  order: string;
  pre: number;
  post: number;
}

/** The change of those who met the forms in one order. */
export interface OrderGain extends OrderGroup {
  /** t interval; absent under ten pairs, and then `gain` is not shown either */
  interval?: Interval;
}

export interface KnowledgeGain extends BalancedGain {
  orders: OrderGain[];
  preMean: number;
  preInterval: Interval;
  postMean: number;
  postInterval: Interval;
}

/**
 * Knowledge gain of a group: the mean of the two order groups' raw gains, with a t interval.
 *
 * Formula: see `balancedGain`, with change = post − pre; `preMean` and `postMean` are balanced in
 * the same way, so that postMean − preMean = gain; an order of ten pairs or more has its own t interval.
 * Shapes: one matched pair a learner, in any order. Units: those of the scores (per cent, points).
 * Range: that of differences of the scores; intervals may leave it.
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
  const pre = of((pair) => pair.pre);
  const post = of((pair) => pair.post);
  return {
    ...gain,
    orders: gain.orders.map((group) =>
      group.pairs < minimums.gainPairs
        ? group
        : {
            ...group,
            interval: tIntervalOf(group.gain, group.standardError, group.pairs - 1, options.level),
          },
    ),
    preMean: pre.gain,
    preInterval: pre.interval,
    postMean: post.gain,
    postInterval: post.interval,
  };
}

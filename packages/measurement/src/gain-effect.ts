import { bootstrapInterval } from './bootstrap-interval.ts';
import type { Interval } from './intervals.ts';
import type { GainPair } from './knowledge-gain.ts';
import { minimums } from './minimums.ts';
import { mean } from './moments.ts';
import { finite, requireCount, requireFinite } from './requirements.ts';
import { hedgesCorrection } from './paired-effect.ts';

export interface GainEffect {
  pairs: number;
  dav: number;
  hedges: number;
  /** BCa interval of `hedges` */
  interval: Interval;
}

interface CentredPair {
  order: number;
  pre: number;
  post: number;
}

/** d_av in one pass, since a bootstrap of a whole year takes it thousands of times. */
function balancedDav(pairs: readonly CentredPair[], orders: number): number {
  const counts = new Float64Array(orders);
  const changes = new Float64Array(orders);
  let preSum = 0;
  let postSum = 0;
  let preSquares = 0;
  let postSquares = 0;
  for (let i = 0; i < pairs.length; i++) {
    const { order, pre, post } = pairs[i]!;
    counts[order]! += 1;
    changes[order]! += post - pre;
    preSum += pre;
    postSum += post;
    preSquares += pre * pre;
    postSquares += post * post;
  }
  let gain = 0;
  for (let o = 0; o < orders; o++) gain += changes[o]! / counts[o]! / orders;
  const n = pairs.length;
  const squares = preSquares - (preSum * preSum) / n + postSquares - (postSum * postSum) / n;
  if (!(squares > 1e-12 * (preSquares + postSquares))) {
    throw new RangeError('every score is the same');
  }
  return gain / Math.sqrt(squares / (n - 1) / 2);
}

/**
 * Standardised knowledge gain of a group: d_av with Hedges' correction and a BCa interval.
 *
 * Formula: d_av = gain/√((s_pre² + s_post²)/2), the gain balanced over the orders of the forms as in
 * `knowledgeGain`; hedges = d_av·(1 − 3/(4·df − 1)), df = n − 1; resampling within the orders. Not
 * d_z, which grows with the correlation of pre and post.
 * Shapes: one matched pair a learner, in any order. Units: none.
 * Range: any number, 0 for no gain.
 * Errors: RangeError under 30 pairs, one order only, under two pairs in an order, not finite, every
 * score the same.
 * At 20,000 pairs it takes seconds: compute it when a wave closes, not when a page is read.
 * Source: Cumming (2012), chapter 11; Efron (1987).
 */
export function gainEffect(
  pairs: readonly GainPair[],
  options: { level?: number; replicates?: number; seed?: number | string } = {},
): GainEffect {
  const { level = 0.95, replicates = 2000, seed = 'gain effect' } = options;
  requireCount(pairs.length, minimums.effectPairs, 'pairs for an effect size');
  requireFinite(
    pairs.flatMap(({ pre, post }) => [pre, post]),
    'scores',
  );
  const counts = new Map<string, number>();
  for (const { order } of pairs) counts.set(order, (counts.get(order) ?? 0) + 1);
  requireCount(counts.size, 2, 'orders of the forms: form difficulty and gain are mixed');
  for (const [order, count] of counts) requireCount(count, 2, `pairs in order ${order}`);

  const orders = [...counts.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const sorted = pairs
    .map(({ order, pre, post }) => ({ order: orders.indexOf(order), pre, post }))
    .sort((a, b) => a.order - b.order || a.pre - b.pre || a.post - b.post);
  const centre = mean(sorted.flatMap(({ pre, post }) => [pre, post]));
  const centred = sorted.map(({ order, pre, post }) => ({
    order,
    pre: pre - centre,
    post: post - centre,
  }));
  const correction = hedgesCorrection(pairs.length - 1);
  const dav = balancedDav(centred, orders.length);
  return finite({
    pairs: pairs.length,
    dav,
    hedges: correction * dav,
    interval: bootstrapInterval(centred, (resample) => correction * balancedDav(resample, orders.length), {
      level,
      replicates,
      seed,
      stratum: ({ order }) => orders[order]!,
    }),
  });
}

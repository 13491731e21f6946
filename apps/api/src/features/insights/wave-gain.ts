import {
  confidenceGain,
  hakeGain,
  hakeGainInterval,
  knowledgeGain,
  matchedFlow,
  minimums,
  retestEffect,
  type Change,
  type ConfidenceSummary,
} from '@puente/measurement';
import type { ConfidenceFigures, Estimate, Flow, Gain, KnowledgeFigures } from '@puente/schemas';
import { answered } from './analyse-sitting.ts';
import { effectSizeOf } from './effect-size.ts';

/** One learner's finished form in one wave. */
export interface WaveRecord {
  learnerKey: string;
  form: string;
  /** Per cent of the form's items, 0–100; what was not answered is wrong. */
  score: number;
  /** The same without the anchors; null where the form has no other items. */
  scoreWithoutAnchors: number | null;
  /** More than a tenth of the answers came faster than one can read: a flag, never proof. */
  rapid: boolean;
  /** Over the items answered: without an answer there is no confidence. */
  confidence: ConfidenceSummary;
}

interface Waves {
  enrolled: readonly string[];
  opening: readonly WaveRecord[];
  closing: readonly WaveRecord[];
  unfinished: { opening: number; closing: number };
  /** Whether the forms share items. */
  anchored: boolean;
}

export interface Pair<Record extends WaveRecord = WaveRecord> {
  learnerKey: string;
  order: string;
  opening: Record;
  closing: Record;
}

/** What pairs of scores tell; the rest of a gain comes from the items, the ratings and other sections. */
export type WaveGain = Omit<Gain, 'latent' | 'comparison' | 'selfEfficacy' | 'delayed'>;

/** A group's gain in knowledge and in confidence, side by side, with the flow of people behind it. Pure. */
export const waveGain = ({ enrolled, opening, closing, unfinished, anchored }: Waves): WaveGain => {
  const pairs = matchedPairs(opening, closing);
  const balanced = balancedPairs(pairs);
  const reason = pairs.length < minimums.gainPairs ? 'pairs' : 'orders';
  const knowledge = knowledgeFigures(balanced, reason, (record) => record.score);
  const withoutAnchors = anchored
    ? knowledgeFigures(balanced, reason, (record) => record.scoreWithoutAnchors)
    : null;
  const read = balanced.filter((pair) => !pair.opening.rapid && !pair.closing.rapid);
  return {
    flow: flowOf(
      enrolled,
      opening,
      closing,
      unfinished,
      knowledge.tooLittle ? undefined : { gain: knowledge.difference, interval: knowledge.interval },
    ),
    knowledge,
    confidence: confidenceFigures(balanced, reason),
    withoutAnchors,
    retestEffect: withoutAnchors && !withoutAnchors.tooLittle ? retestOf(balanced) : null,
    withoutRapid:
      read.length < balanced.length
        ? {
            excluded: balanced.length - read.length,
            knowledge: knowledgeFigures(balancedPairs(read), reason, (record) => record.score),
          }
        : null,
  };
};

/** What meeting the anchors a second time adds. */
const retestOf = (pairs: readonly Pair[]): Estimate => {
  const { gain, interval } = retestEffect(
    pairs.flatMap(({ order, opening, closing }) => {
      const [pre, post] = [opening.scoreWithoutAnchors, closing.scoreWithoutAnchors];
      return pre === null || post === null
        ? []
        : [{ order, withAnchors: closing.score - opening.score, withoutAnchors: post - pre }];
    }),
  );
  return { value: gain, interval };
};

export const matchedPairs = <Record extends WaveRecord>(
  opening: readonly Record[],
  closing: readonly Record[],
): Pair<Record>[] => {
  const closingOf = new Map(closing.map((record) => [record.learnerKey, record]));
  return opening.flatMap((before) => {
    const after = closingOf.get(before.learnerKey);
    return after
      ? [
          {
            learnerKey: before.learnerKey,
            order: orderOf(before.form, after.form),
            opening: before,
            closing: after,
          },
        ]
      : [];
  });
};

const orderOf = (first: string, second: string): string => `${first} → ${second}`;

/**
 * The pairs of orders that stand against their reverse. Who met one form twice, or a third form as a repeater,
 * would bring the difficulty of a form into the gain.
 */
export const balancedPairs = <Record extends WaveRecord>(pairs: readonly Pair<Record>[]): Pair<Record>[] => {
  const sizes = new Map<string, number>();
  for (const { order } of pairs) sizes.set(order, (sizes.get(order) ?? 0) + 1);
  const enough = (order: string) => (sizes.get(order) ?? 0) >= 2;
  return pairs.filter(
    ({ order, opening, closing }) =>
      opening.form !== closing.form && enough(order) && enough(orderOf(closing.form, opening.form)),
  );
};

const knowledgeFigures = (
  pairs: readonly Pair[],
  reason: 'pairs' | 'orders',
  scoreOf: (record: WaveRecord) => number | null,
): KnowledgeFigures => {
  const scored = pairs.flatMap(({ order, opening, closing }) => {
    const [pre, post] = [scoreOf(opening), scoreOf(closing)];
    return pre === null || post === null ? [] : [{ order, pre, post }];
  });
  if (scored.length < minimums.gainPairs) return { tooLittle: true, n: scored.length, reason };
  const gain = knowledgeGain(scored);
  return {
    tooLittle: false,
    pairs: gain.pairs,
    opening: { value: gain.preMean, interval: gain.preInterval },
    closing: { value: gain.postMean, interval: gain.postInterval },
    difference: gain.gain,
    interval: gain.interval,
    effectSize: effectSizeOf(scored),
    normalizedGain: answered(() => ({
      value: hakeGain(gain.preMean, gain.postMean, 100),
      interval: hakeGainInterval(scored, 100),
    })),
    orders: gain.orders.map((group) => ({
      order: group.order,
      pairs: group.pairs,
      change: group.interval ? { value: group.gain, interval: group.interval } : null,
    })),
  };
};

const confidenceFigures = (pairs: readonly Pair[], reason: 'pairs' | 'orders'): ConfidenceFigures => {
  if (pairs.length < minimums.gainPairs) return { tooLittle: true, n: pairs.length, reason };
  const gain = confidenceGain(
    pairs.map(({ order, opening, closing }) => ({
      order,
      before: opening.confidence,
      after: closing.confidence,
    })),
  );
  const { change: difference, ...ends } = changeOf(gain.confidence, points);
  return {
    tooLittle: false,
    pairs: gain.pairs,
    difference,
    ...ends,
    effectSize: effectSizeOf(
      pairs.map(({ order, opening, closing }) => ({
        order,
        pre: opening.confidence.meanConfidence,
        post: closing.confidence.meanConfidence,
      })),
    ),
    accuracy: changeOf(gain.accuracy, points),
    bias: changeOf(gain.bias, points),
    brier: changeOf(gain.brier, 1),
  };
};

const points = 100;
const scaled = ([low, high]: [number, number], factor: number): [number, number] => [
  low * factor,
  high * factor,
];
const changeOf = (change: Change, factor: number) => ({
  opening: { value: change.before * factor, interval: scaled(change.beforeInterval, factor) },
  closing: { value: change.after * factor, interval: scaled(change.afterInterval, factor) },
  change: change.gain * factor,
  interval: scaled(change.interval, factor),
});

const flowOf = (
  enrolled: readonly string[],
  opening: readonly WaveRecord[],
  closing: readonly WaveRecord[],
  unfinished: Flow['unfinished'],
  gain: { gain: number; interval: [number, number] } | undefined,
): Flow => {
  if (opening.length === 0) {
    return {
      enrolled: enrolled.length,
      opening: 0,
      closing: closing.length,
      pairs: 0,
      left: 0,
      matchedShare: null,
      enoughMatched: false,
      openingDifference: null,
      boundIfLeaversGainedNothing: null,
      unfinished,
    };
  }
  const scores = (records: readonly WaveRecord[]) =>
    records.map(({ learnerKey, score }) => ({ id: learnerKey, score }));
  const flow = matchedFlow({
    enrolled,
    opening: scores(opening),
    closing: scores(closing),
    ...(gain && { gain }),
  });
  const { openingDifference: difference, boundIfLeaversGainedNothing: bound } = flow;
  return {
    enrolled: flow.enrolled,
    opening: flow.opening,
    closing: flow.closing,
    pairs: flow.pairs,
    left: flow.left,
    matchedShare: flow.matchedShare,
    enoughMatched: flow.enoughMatched,
    openingDifference: difference
      ? {
          stayed: { value: difference.stayedMean, interval: difference.stayedInterval },
          left: { value: difference.leftMean, interval: difference.leftInterval },
          difference: difference.difference,
          interval: difference.interval,
        }
      : null,
    // Only beside the gain that it bounds.
    boundIfLeaversGainedNothing: gain && bound ? { value: bound.gain, interval: bound.interval } : null,
    unfinished,
  };
};

import { expect, test } from 'vitest';
import { waveGain, type WaveRecord } from './wave-gain.ts';

const record = (
  learnerKey: string,
  form: string,
  score: number,
  confidence = 0.7,
  withoutAnchors = score,
  rapid = false,
): WaveRecord => ({
  learnerKey,
  form,
  score,
  scoreWithoutAnchors: withoutAnchors,
  rapid,
  confidence: { meanConfidence: confidence, accuracy: score / 100, brier: 0.2 },
});

const before = [40, 50, 60, 40, 50, 60, 50, 50, 50, 50, 50, 50];
const change = [20, 10, 30, 10, 20, 20, 10, 10, 10, 20, 20, 20];
const ids = before.map((_, index) => `l${index}`);
const first = (index: number) => (index < 6 ? 'A' : 'B');
const second = (index: number) => (index < 6 ? 'B' : 'A');
const opening = ids.map((id, index) => record(id, first(index), before[index]!, 0.6));
const closing = ids.map((id, index) =>
  record(id, second(index), before[index]! + change[index]!, 0.7, before[index]! + change[index]! - 5),
);
const unfinished = { opening: 0, closing: 0 };

test('knowledge gain is the mean of the two orders, with its t interval', () => {
  const { knowledge } = waveGain({ enrolled: ids, opening, closing, unfinished, anchored: true });
  // By hand: A→B mean 110/6, variance 56.667; B→A mean 15, variance 30. Gain 16.6667;
  // SE² = (56.667/6 + 30/6)/4 = 3.6111; df = 9.1352 (Welch–Satterthwaite); t(.975; 9.1352) = 2.25694.
  expect(knowledge).toMatchObject({
    tooLittle: false,
    pairs: 12,
    normalizedGain: { value: expect.closeTo(16.6667 / 50, 4) },
  });
  if (knowledge.tooLittle) return;
  expect(knowledge.opening.value).toBeCloseTo(50, 10);
  expect(knowledge.closing.value).toBeCloseTo(66.6667, 4);
  expect(knowledge.difference).toBeCloseTo(16.6667, 4);
  expect(knowledge.interval[0]).toBeCloseTo(16.6667 - 2.25694 * Math.sqrt(3.61111), 3);
  expect(knowledge.interval[1]).toBeCloseTo(16.6667 + 2.25694 * Math.sqrt(3.61111), 3);
  expect(knowledge.orders).toEqual([
    // Six pairs are too few to show a change of their own.
    { order: 'A → B', pairs: 6, change: null },
    { order: 'B → A', pairs: 6, change: null },
  ]);
});

test('confidence gain stands beside accuracy and bias, in percentage points', () => {
  const { confidence } = waveGain({ enrolled: ids, opening, closing, unfinished, anchored: true });
  if (confidence.tooLittle) throw new Error('there are twelve pairs');
  expect(confidence.difference).toBeCloseTo(10, 10);
  expect(confidence.accuracy.change).toBeCloseTo(16.6667, 4);
  // 60 − 50 before, 70 − 66.667 after: they gained more knowledge than confidence
  expect(confidence.bias.opening.value).toBeCloseTo(10, 10);
  expect(confidence.bias.closing.value).toBeCloseTo(3.3333, 4);
  expect(confidence.bias.closing.interval[0]).toBeLessThan(3.3333);
  expect(confidence.bias.closing.interval[1]).toBeGreaterThan(3.3333);
  expect(confidence.bias.change).toBeCloseTo(10 - 16.6667, 4);
  expect(confidence.brier.change).toBeCloseTo(0, 10);
});

test('what meeting an item twice adds is the gain with anchors minus the gain without', () => {
  const gain = waveGain({ enrolled: ids, opening, closing, unfinished, anchored: true });
  expect(gain.withoutAnchors).toMatchObject({ difference: expect.closeTo(11.6667, 4) });
  expect(gain.retestEffect!.value).toBeCloseTo(5, 10);
  // Every pair but the change: 5 less without anchors, so without spread.
  expect(gain.retestEffect!.interval).toEqual([expect.closeTo(5, 10), expect.closeTo(5, 10)]);
  const { withoutAnchors, retestEffect } = waveGain({
    enrolled: ids,
    opening,
    closing,
    unfinished,
    anchored: false,
  });
  expect([withoutAnchors, retestEffect]).toEqual([null, null]);
});

test('an effect size needs thirty pairs, and scores that vary', () => {
  const many = Array.from({ length: 36 }, (_, index) => index);
  const pre = (index: number) => 40 + 5 * (index % 6);
  const sat = (from: number, form: (index: number) => string, gain: (index: number) => number) =>
    many.slice(from).map((index) => record(`l${index}`, form(index), pre(index) + gain(index), 0.6));
  const of = (from: number, gain: (index: number) => number) =>
    waveGain({
      enrolled: many.map((index) => `l${index}`),
      opening: sat(
        from,
        (index) => 'AB'[index % 2]!,
        () => 0,
      ),
      closing: sat(from, (index) => 'BA'[index % 2]!, gain),
      unfinished,
      anchored: false,
    });
  const { knowledge, confidence } = of(0, (index) => 10 + 5 * (index % 3));
  if (knowledge.tooLittle || confidence.tooLittle) throw new Error('there are 36 pairs');
  // By hand: opening 40, 45 … 65, variance 72.9167·36/35 = 75; closing 50, 60, 70, 65, 75, 85, variance
  // 122.9167·36/35 = 126.4286; gain 15; d_av = 15/√100.7143 = 1.494674; J = 1 − 3/139.
  expect(knowledge.effectSize!.value).toBeCloseTo(1.494674 * (1 - 3 / 139), 5);
  expect(knowledge.effectSize!.interval[0]).toBeLessThan(knowledge.effectSize!.value);
  expect(knowledge.effectSize!.interval[1]).toBeGreaterThan(knowledge.effectSize!.value);
  expect(confidence.effectSize).toBeNull();
  // Eighteen pairs an order: each has its own change.
  expect(knowledge.orders).toEqual([
    { order: 'A → B', pairs: 18, change: { value: 15, interval: expect.anything() } },
    { order: 'B → A', pairs: 18, change: { value: 15, interval: expect.anything() } },
  ]);
  const few = of(8, (index) => 10 + 5 * (index % 3)).knowledge;
  expect(few).toMatchObject({ tooLittle: false, pairs: 28, effectSize: null });
});

test('the flow counts who stayed, and bounds the gain by those who left', () => {
  const gone = Array.from({ length: 3 }, (_, index) => record(`g${index}`, 'A', 30));
  const { flow } = waveGain({
    enrolled: [...ids, 'g0', 'g1', 'g2', 'never'],
    opening: [...opening, ...gone],
    closing,
    unfinished,
    anchored: true,
  });
  expect(flow).toMatchObject({
    enrolled: 16,
    opening: 15,
    closing: 12,
    pairs: 12,
    left: 3,
    matchedShare: 0.8,
    enoughMatched: true,
    openingDifference: null,
  });
  const reach = 2.25694 * Math.sqrt(3.61111);
  expect(flow.boundIfLeaversGainedNothing).toEqual({
    value: expect.closeTo(16.6667 * 0.8, 4),
    interval: [expect.closeTo((16.6667 - reach) * 0.8, 3), expect.closeTo((16.6667 + reach) * 0.8, 3)],
  });
});

test('under ten pairs there is no gain', () => {
  const gain = waveGain({
    enrolled: ids,
    opening: opening.slice(0, 9),
    closing: closing.slice(0, 9),
    unfinished,
    anchored: true,
  });
  expect(gain.knowledge).toEqual({ tooLittle: true, n: 9, reason: 'pairs' });
  expect(gain.confidence).toEqual({ tooLittle: true, n: 9, reason: 'pairs' });
  expect(gain.retestEffect).toBeNull();
  expect(gain.flow).toMatchObject({ pairs: 9, boundIfLeaversGainedNothing: null });
});

test('with one order of the forms alone there is no gain: a harder form would look like one', () => {
  const oneOrder = {
    opening: opening.map((entry) => ({ ...entry, form: 'A' })),
    closing: closing.map((entry) => ({ ...entry, form: 'B' })),
  };
  expect(waveGain({ enrolled: ids, ...oneOrder, unfinished, anchored: true }).knowledge).toEqual({
    tooLittle: true,
    n: 0,
    reason: 'orders',
  });
});

test('who met one form twice, or a third form, leaves the gain and stays in the flow', () => {
  const gain = waveGain({
    enrolled: [...ids, 'twice', 'third'],
    opening: [...opening, record('twice', 'A', 0), record('third', 'A', 0)],
    closing: [...closing, record('twice', 'A', 100), record('third', 'C', 100)],
    unfinished,
    anchored: true,
  });
  expect(gain.flow.pairs).toBe(14);
  expect(gain.knowledge).toMatchObject({ pairs: 12, difference: expect.closeTo(16.6667, 4) });
});

test('before anybody opened there is a flow of nobody', () => {
  const gain = waveGain({
    enrolled: ids,
    opening: [],
    closing: [],
    unfinished: { opening: 2, closing: 0 },
    anchored: false,
  });
  expect(gain.flow).toMatchObject({
    enrolled: 12,
    opening: 0,
    pairs: 0,
    matchedShare: null,
    unfinished: { opening: 2, closing: 0 },
  });
  expect(gain.knowledge).toEqual({ tooLittle: true, n: 0, reason: 'pairs' });
});

test('the gain is repeated without the pairs in which one sitting was guessed through', () => {
  const guessed = closing.map((entry, index) => ({ ...entry, rapid: index === 2 || index === 9 }));
  const { knowledge, withoutRapid } = waveGain({
    enrolled: ids,
    opening,
    closing: guessed,
    unfinished,
    anchored: false,
  });
  expect(knowledge).toMatchObject({ pairs: 12 });
  // A→B without its 30: mean 80/5; B→A without one 20: mean 70/5.
  expect(withoutRapid).toMatchObject({
    excluded: 2,
    knowledge: { tooLittle: false, pairs: 10, difference: expect.closeTo(15, 10) },
  });
  expect(waveGain({ enrolled: ids, opening, closing, unfinished, anchored: false }).withoutRapid).toBeNull();
});

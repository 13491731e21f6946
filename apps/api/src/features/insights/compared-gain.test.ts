import { expect, test } from 'vitest';
import { compareGains } from './compared-gain.ts';
import { changeOf } from './self-efficacy-change.ts';
import type { WaveRecord } from './wave-gain.ts';

const record = (learnerKey: string, form: string, score: number): WaveRecord => ({
  learnerKey,
  form,
  score,
  scoreWithoutAnchors: null,
  rapid: false,
  confidence: { meanConfidence: 0.7, accuracy: score / 100, brier: 0.2 },
});

/** Half A → B, half B → A; changes `gain` − 5, `gain`, `gain` + 5 in turn. */
const waves = (people: number, gain: number) => {
  const ids = Array.from({ length: people }, (_, index) => index);
  return {
    opening: ids.map((index) => record(`l${index}`, 'AB'[index % 2]!, 50)),
    closing: ids.map((index) => record(`l${index}`, 'BA'[index % 2]!, 50 + gain + 5 * ((index % 3) - 1))),
  };
};

test('the effect is the gain minus the gain of those without the course, with Welch’s interval', () => {
  const { pairs, gain, effect } = compareGains(waves(24, 20), waves(12, 6));
  expect(pairs).toBe(12);
  expect(gain!.value).toBeCloseTo(6, 10);
  expect(effect!.value).toBeCloseTo(14, 10);
  // By hand: the changes of each order are −5, 0, 5 about the gain. Course: two orders of 12, s² = 200/11, so
  // SE² = (200/11/12·2)/4 = .75758, df 22; comparison: two orders of 6, s² = 20, SE² = 1.66667, df 10.
  // SE = 1.55700; df = 2.42424²/(.75758²/22 + 1.66667²/10) = 19.35; t(.975; 19.35) = 2.0905.
  const reach = 2.0905 * Math.sqrt(0.757576 + 1.666667);
  expect(effect!.interval[0]).toBeCloseTo(14 - reach, 2);
  expect(effect!.interval[1]).toBeCloseTo(14 + reach, 2);
});

test('under ten pairs of either there is no effect: it stays a change', () => {
  expect(compareGains(waves(24, 20), waves(9, 6))).toEqual({ pairs: 9, gain: null, effect: null });
  const { gain, effect } = compareGains(waves(9, 20), waves(12, 6));
  expect(gain!.value).toBeCloseTo(6, 10);
  expect(effect).toBeNull();
});

const rated = (people: number, before: number, after: number, then: number | null) =>
  Array.from({ length: people }, (_, index) => ({
    objectiveId: 'one',
    before: before + (index % 2),
    after: after + (index % 2),
    then: then === null ? null : then + (index % 2),
  }));

test('self-efficacy says its change and, apart from it, how the yardstick moved', () => {
  const change = changeOf(rated(12, 3, 4, 2));
  expect(change).toMatchObject({ pairs: 12, before: { value: 3.5 }, after: { value: 4.5 } });
  expect([change.gain!.value, change.gainLookingBack!.value, change.responseShift!.value]).toEqual([
    1, 2, -1,
  ]);
  expect(changeOf(rated(12, 3, 4, null))).toMatchObject({ gainLookingBack: null, responseShift: null });
  expect(changeOf(rated(9, 3, 4, 2))).toMatchObject({
    pairs: 9,
    before: null,
    gain: null,
    responseShift: null,
  });
});

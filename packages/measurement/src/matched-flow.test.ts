import { expect, test } from 'vitest';
import { matchedFlow } from './matched-flow.ts';

const stayers = [50, 60, 55, 70, 65, 40, 45, 58, 62, 71, 48, 52];
const leavers = [30, 45, 50, 35, 61, 42, 38, 55, 47, 33];
const wave = (prefix: string, scores: number[]): { id: string; score: number }[] =>
  scores.map((score, i) => ({ id: `${prefix}${i}`, score }));
const opening = [...wave('s', stayers), ...wave('l', leavers)];
const closing = [
  ...wave(
    's',
    stayers.map((score) => score + 11),
  ),
  ...wave('late', [80, 81]),
];
const enrolled = [...opening, ...closing.slice(12)].map(({ id }) => id).concat('absent');

test('follows enrolled → opening → closing → pairs', () => {
  expect(matchedFlow({ enrolled, opening, closing })).toMatchObject({
    enrolled: 25,
    opening: 22,
    closing: 14,
    pairs: 12,
    left: 10,
    notEnrolled: 0,
    matchedShare: 12 / 22,
    enoughMatched: false,
    boundIfLeaversGainedNothing: { gain: (11 * 12) / 22 },
  });
});

test('sets those who stayed beside those who left', () => {
  const { openingDifference } = matchedFlow({ enrolled, opening, closing });
  // R: t.test(stayers, leavers)
  expect(openingDifference!.stayedMean).toBeCloseTo(56.3333333333333, 12);
  expect(openingDifference!.leftMean).toBeCloseTo(43.6, 12);
  expect(openingDifference!.interval[0]).toBeCloseTo(3.88897118604886, 11);
  expect(openingDifference!.interval[1]).toBeCloseTo(21.57769548061781, 11);
});

test('the bound follows the gain that is shown', () => {
  const flow = matchedFlow({
    enrolled,
    opening,
    closing,
    gain: { gain: 22, interval: [44 / 3, 88 / 3] },
  });
  const { gain, interval } = flow.boundIfLeaversGainedNothing!;
  expect(gain).toBe(12);
  expect(interval[0]).toBeCloseTo(8, 12);
  expect(interval[1]).toBeCloseTo(16, 12);
});

test('leaves out what too few people can answer', () => {
  const flow = matchedFlow({ enrolled, opening, closing: closing.slice(3) });
  expect(flow.pairs).toBe(9);
  expect(flow).not.toHaveProperty('openingDifference');
  expect(flow).not.toHaveProperty('boundIfLeaversGainedNothing');
});

test('80 % matched is enough', () => {
  const ten = wave('s', stayers.slice(0, 10));
  const ids = ten.map(({ id }) => id);
  const flow = (pairs: number): boolean =>
    matchedFlow({ enrolled: ids, opening: ten, closing: ten.slice(0, pairs) }).enoughMatched;
  expect(flow(8)).toBe(true);
  expect(flow(7)).toBe(false);
});

test('people who are not enrolled count nowhere', () => {
  const flow = matchedFlow({ enrolled: enrolled.slice(1), opening, closing });
  expect(flow).toMatchObject({ opening: 21, closing: 13, pairs: 11, notEnrolled: 2 });
});

test('refuses an empty opening, doubled ids and scores that are not finite', () => {
  expect(() => matchedFlow({ enrolled, opening: [], closing })).toThrow(RangeError);
  expect(() => matchedFlow({ enrolled, opening: [...opening, opening[0]!], closing })).toThrow(RangeError);
  expect(() => matchedFlow({ enrolled: ['a'], opening: [{ id: 'a', score: NaN }], closing: [] })).toThrow(
    RangeError,
  );
});

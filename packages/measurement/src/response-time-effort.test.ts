import { expect, test } from 'vitest';
import { rapidGuessThreshold, responseTimeEffort } from './response-time-effort.ts';

test('the threshold is a tenth of the mean time, and at most 10 s', () => {
  expect(rapidGuessThreshold(45)).toBe(4.5);
  expect(rapidGuessThreshold(240)).toBe(10);
  expect(() => rapidGuessThreshold(0)).toThrow(RangeError);
  expect(() => rapidGuessThreshold(NaN)).toThrow(RangeError);
});

test('effort is the share of answers that took long enough', () => {
  const { thresholdSeconds, people } = responseTimeEffort([
    [40, 60, null],
    [2, 3, 50],
    [48, 57, 70],
    [null, null, null],
  ]);
  expect(thresholdSeconds).toEqual([3, 4, 6]);
  expect(people[0]).toEqual({ answered: 2, rapid: 0, rapidShare: 0, effort: 1, flagged: false });
  expect(people[1]).toMatchObject({ answered: 3, rapid: 2, flagged: true });
  expect(people[1]!.effort).toBeCloseTo(1 / 3, 14);
  expect(people[3]).toBeUndefined();
});

test('a share of exactly 10 % is not flagged', () => {
  const slow = new Array<number>(10).fill(50);
  const { people } = responseTimeEffort([slow, slow, slow.with(0, 1), slow.with(0, 1).with(1, 1)]);
  expect(people.map((person) => person!.flagged)).toEqual([false, false, false, true]);
});

test('refuses what has no times', () => {
  expect(() => responseTimeEffort([])).toThrow(RangeError);
  expect(() => responseTimeEffort([[]])).toThrow(RangeError);
  expect(() =>
    responseTimeEffort([
      [1, null],
      [2, null],
    ]),
  ).toThrow(/item 1/);
  expect(() => responseTimeEffort([[1, 2], [1]])).toThrow(RangeError);
  expect(() => responseTimeEffort([[-1]])).toThrow(RangeError);
  expect(() => responseTimeEffort([[NaN]])).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { rightProbability, testInformation } from './item-parameters.ts';

const item = { difficulty: 0.5, discrimination: 1.2 };

test('the probability is one half at the difficulty, or half way above guessing', () => {
  expect(rightProbability(0.5, item)).toBe(0.5);
  expect(rightProbability(0.5, { ...item, guessing: 0.2 })).toBeCloseTo(0.6, 14);
  // R: plogis(1.2 * (1.5 - .5))
  expect(rightProbability(1.5, item)).toBeCloseTo(0.768524783499018, 13);
});

test('information is a²P(1 − P), and less where people guess', () => {
  expect(testInformation(0.5, [item])).toBeCloseTo(0.36, 14);
  expect(testInformation(0.5, [item, item])).toBeCloseTo(0.72, 14);
  // a²(P − c)²(1 − P)/((1 − c)²P) with P = .6, c = .2
  const guessed = (1.44 * 0.4 ** 2 * 0.4) / (0.8 ** 2 * 0.6);
  expect(testInformation(0.5, [{ ...item, guessing: 0.2 }])).toBeCloseTo(guessed, 14);
});

test('refuses what is no test', () => {
  expect(() => testInformation(0, [])).toThrow(RangeError);
  expect(() => testInformation(NaN, [item])).toThrow(RangeError);
  expect(() => testInformation(0, [{ difficulty: NaN, discrimination: 1 }])).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { gainReliability } from './gain-reliability.ts';

test('two tests of reliability .8, correlated .6, give a gain of reliability .50', () => {
  expect(gainReliability({ preReliability: 0.8, postReliability: 0.8, correlation: 0.6 })).toBeCloseTo(
    0.5,
    14,
  );
});

test('uses the spread of each test', () => {
  // (4·.9 + 1·.5 − 2·.5·2)/(4 + 1 − 2·.5·2)
  const input = {
    preReliability: 0.9,
    postReliability: 0.5,
    correlation: 0.5,
    preSd: 2,
    postSd: 1,
  };
  expect(gainReliability(input)).toBeCloseTo(2.1 / 3, 14);
});

test('refuses a difference without variance and values out of range', () => {
  const input = { preReliability: 0.8, postReliability: 0.8, correlation: 0.6 };
  expect(() => gainReliability({ ...input, correlation: 1 })).toThrow(RangeError);
  expect(() => gainReliability({ ...input, correlation: NaN })).toThrow(RangeError);
  expect(() => gainReliability({ ...input, preReliability: 1.2 })).toThrow(RangeError);
  expect(() => gainReliability({ ...input, preSd: 0 })).toThrow(RangeError);
});

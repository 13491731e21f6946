import { expect, test } from 'vitest';
import { hakeBand, hakeGain, normalizedChange } from './hake-gain.ts';

test('is the share of what could be gained', () => {
  expect(hakeGain(40, 70, 100)).toBe(0.5);
  expect(hakeGain(8, 11, 20)).toBe(0.25);
  expect(hakeGain(50, 40, 100)).toBe(-0.2);
});

test('bands: low below .3, high above .7', () => {
  // Hake (1998), 62 courses: traditional .23, interactive engagement .48
  expect(hakeBand(0.23)).toBe('low');
  expect(hakeBand(0.48)).toBe('medium');
  expect([0.3, 0.7, 0.71].map(hakeBand)).toEqual(['medium', 'medium', 'high']);
});

test('the gain of the means is not the mean of the gains', () => {
  const pre = [20, 90];
  const post = [60, 85];
  const individual = (hakeGain(20, 60, 100) + hakeGain(90, 85, 100)) / 2;
  expect(hakeGain(55, 72.5, 100)).toBeCloseTo(17.5 / 45, 12);
  expect(individual).toBe(0);
  expect(pre.length).toBe(post.length);
});

test('normalizedChange divides losses by what could be lost', () => {
  expect(normalizedChange(40, 70, 100)).toBe(0.5);
  expect(normalizedChange(80, 60, 100)).toBe(-0.25);
  expect(normalizedChange(60, 60, 100)).toBe(0);
  expect(normalizedChange(60, 100, 100)).toBe(1);
  expect(normalizedChange(60, 0, 100)).toBe(-1);
});

test('refuses what cannot gain or says nothing', () => {
  expect(() => hakeGain(100, 100, 100)).toThrow(RangeError);
  expect(() => hakeGain(-1, 50, 100)).toThrow(RangeError);
  expect(() => hakeGain(NaN, 50, 100)).toThrow(RangeError);
  expect(() => hakeGain(10, 50, 0)).toThrow(RangeError);
  expect(() => normalizedChange(0, 0, 100)).toThrow(RangeError);
  expect(() => normalizedChange(100, 100, 100)).toThrow(RangeError);
  expect(() => normalizedChange(10, 101, 100)).toThrow(RangeError);
  expect(() => hakeBand(NaN)).toThrow(RangeError);
});

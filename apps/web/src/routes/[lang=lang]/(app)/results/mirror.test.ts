import { expect, test } from 'vitest';
import { leaning, nearestLevel, surestKnown, type Dot } from './mirror.ts';

const dot = (
  level: number,
  responses: number,
  observed: number | null = null,
  interval: Dot['interval'] = null,
): Dot => ({
  level,
  forecast: [0.25, 0.5, 0.7, 0.85, 0.97][level]!,
  responses,
  observed,
  interval,
});

test('the first sentence speaks of the surest level of which enough is known', () => {
  const dots = [dot(0, 12, 0.25, [0.1, 0.5]), dot(2, 20, 0.7, [0.48, 0.85]), dot(4, 6)];
  expect(surestKnown(dots)).toEqual({ level: 2, ofTen: 7, between: [5, 9], responses: 20, verdict: 'fits' });
  expect(surestKnown([dot(4, 6)])).toBeUndefined();
});

test.each([
  [[0.5, 0.9], 'less'],
  [[0.9, 1], 'fits'],
  [[0.98, 1], 'more'],
] as const)('sure, and right within %j, is %s than said', (interval, verdict) => {
  expect(surestKnown([dot(4, 30, 0.95, [...interval])])?.verdict).toBe(verdict);
});

test('with too little data it says which level is nearest to saying something', () => {
  expect(nearestLevel([dot(1, 3), dot(2, 7), dot(3, 0)])).toEqual({ level: 2, responses: 7 });
  expect(nearestLevel([dot(1, 0)])).toBeUndefined();
});

test('confidence leans only once its interval leaves zero out', () => {
  expect([leaning([0.02, 0.1]), leaning([-0.1, -0.01]), leaning([-0.03, 0.1])]).toEqual([
    'over',
    'under',
    'even',
  ]);
});

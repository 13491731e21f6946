import { expect, test } from 'vitest';
import { densityOf, placeOn } from './density-of.ts';

const row = (score: number, zone: 'in' | 'review' | 'out') => ({ score, zone });
const ranked = [row(71.2, 'in'), row(64.9, 'review'), row(64.1, 'review'), row(50, 'out'), row(49.9, 'out')];

test('everybody stands in the bin of their score, and the rows shown are told apart', () => {
  const { bins, step, inFrom, reviewFrom } = densityOf(ranked, { from: 1, to: 3 });
  expect(step).toBe(1);
  expect(bins[0]!.from).toBe(49);
  expect(bins.at(-1)!.from).toBe(71);
  expect(bins.reduce((sum, { people }) => sum + people, 0)).toBe(5);
  expect(bins.find(({ from }) => from === 64)).toEqual({ from: 64, people: 2, rows: 2 });
  expect(bins.find(({ from }) => from === 50)).toEqual({ from: 50, people: 1, rows: 0 });
  expect([inFrom, reviewFrom]).toEqual([71.2, 64.1]);
});

test('a wide list takes wider bins, never more than fit a phone', () => {
  const wide = densityOf([row(120, 'in'), row(-10, 'out')], { from: 0, to: 2 });
  expect(wide.step).toBe(5);
  expect(wide.bins.length).toBeLessThanOrEqual(42);
  expect(placeOn(wide, -10)).toBe(0);
  expect(placeOn(wide, 500)).toBe(1);
});

test('a list of nobody has no bins', () => {
  expect(densityOf([], { from: 0, to: 0 }).bins).toEqual([]);
});

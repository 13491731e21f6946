import { expect, test } from 'vitest';
import { gridSize, normalGrid } from './normal-grid.ts';

test('its weights have the moments of the normal distribution', () => {
  const { points, weights } = normalGrid(41, 1, 2);
  const moment = (power: number): number =>
    points.reduce((sum, point, q) => sum + weights[q]! * ((point - 1) / 2) ** power, 0);
  expect(moment(0)).toBeCloseTo(1, 14);
  expect(moment(1)).toBeCloseTo(0, 14);
  expect(moment(2)).toBeCloseTo(1, 6);
  expect(moment(4)).toBeCloseTo(3, 4);
});

test('longer tests get a finer grid', () => {
  expect([20, 100, 200].map(gridSize)).toEqual([41, 61, 81]);
});

test('refuses what is no grid', () => {
  expect(() => normalGrid(2)).toThrow(RangeError);
  expect(() => normalGrid(41, 0, 0)).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { constantColumns } from './response-matrix.ts';

test('constantColumns names the items to take out', () => {
  expect(
    constantColumns([
      [1, 0, null, 1],
      [1, 1, null, null],
      [1, 0, null, 0],
    ]),
  ).toEqual([0, 2]);
});

test('refuses what is no matrix', () => {
  expect(() => constantColumns([])).toThrow(RangeError);
  expect(() => constantColumns([[]])).toThrow(RangeError);
  expect(() => constantColumns([[1, 0], [1]])).toThrow(RangeError);
  expect(() => constantColumns([[1, NaN]])).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { linesAbove, placeOf } from './cut-lines.ts';

const row = (rank: number, tiedWith: number, zone: 'in' | 'review' | 'out') => ({ rank, tiedWith, zone });
const linesOf = (rows: ReturnType<typeof row>[], seats: number) =>
  rows.map((each, index) => linesAbove(each, rows[index - 1], seats));

test('the cut is one line where the last seat and the next person differ in score', () => {
  const rows = [
    row(1, 0, 'in'),
    row(2, 1, 'review'),
    row(2, 1, 'review'),
    row(4, 0, 'review'),
    row(5, 0, 'out'),
  ];
  expect(linesOf(rows, 3)).toEqual([['in'], ['review'], [], ['cut'], ['out']]);
});

test('people with the same score at the cut stand between two lines', () => {
  const rows = [
    row(1, 0, 'in'),
    row(2, 2, 'review'),
    row(2, 2, 'review'),
    row(2, 2, 'review'),
    row(5, 0, 'out'),
  ];
  expect(linesOf(rows, 3)).toEqual([['in'], ['tie', 'review'], [], [], ['tie-end', 'out']]);
  expect(rows.map((each) => placeOf(each, 3))).toEqual(['seated', 'tied', 'tied', 'tied', 'beyond']);
});

test('a stretch that begins within a tie group or a zone says which', () => {
  expect(linesAbove(row(90, 40, 'review'), undefined, 100)).toEqual(['tie', 'review']);
  expect(linesAbove(row(70, 0, 'review'), undefined, 100)).toEqual(['review']);
});

test('a tie that ends with the last seat is no tie at the cut', () => {
  expect(linesOf([row(1, 1, 'in'), row(1, 1, 'in'), row(3, 0, 'out')], 2)).toEqual([
    ['in'],
    [],
    ['cut', 'out'],
  ]);
});

import { expect, test } from 'vitest';
import { densityOf, startOf } from './density.ts';

const ranked = [
  { score: 20, zone: 'in' as const },
  { score: 18, zone: 'review' as const },
  { score: 18, zone: 'review' as const },
  { score: 3.5, zone: 'out' as const },
  { score: 0, zone: 'out' as const },
];

test('everybody is counted once, and those who stand as rows are told apart', () => {
  const { bins } = densityOf(ranked, 20, { from: 0, to: 2 });
  expect(bins).toHaveLength(21);
  expect(bins.filter(({ people }) => people > 0)).toEqual([
    { from: 0, to: 0, people: 1, rows: 0 },
    { from: 4, to: 4, people: 1, rows: 0 },
    { from: 18, to: 18, people: 2, rows: 1 },
    { from: 20, to: 20, people: 1, rows: 1 },
  ]);
});

test('a long form is counted by tens of scores, and its last bin ends with it', () => {
  const { bins } = densityOf([{ score: 340, zone: 'in' }], 340, { from: 0, to: 1 });
  expect(bins).toHaveLength(35);
  expect(bins.at(-1)).toEqual({ from: 340, to: 340, people: 1, rows: 1 });
  expect(bins[3]).toMatchObject({ from: 30, to: 39 });
});

test('zones begin at their lowest score, and a zone without anybody begins nowhere', () => {
  const density = densityOf(ranked, 20, { from: 0, to: 5 });
  expect(density).toMatchObject({ inFrom: 20, reviewFrom: 18 });
  expect(densityOf(ranked.slice(3), 20, { from: 0, to: 2 })).toMatchObject({
    inFrom: null,
    reviewFrom: null,
  });
  expect(startOf(0, density)).toBe(0);
  expect(startOf(21, density)).toBe(1);
  expect(startOf(50, densityOf(ranked, 99, { from: 0, to: 0 }))).toBe(0.5);
});

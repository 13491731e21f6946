import { expect, test } from 'vitest';
import { fourFifths } from './four-fifths.ts';

const rates = [60, 45, 48, 51].map((selected, i) => ({ group: `g${i}`, selected, total: 100 }));

test('60, 45, 48 and 51 % → flagged at .75, pass at .80 and .85', () => {
  // published example of the Uniform Guidelines
  const results = fourFifths(rates);
  expect(results.map(({ ratio }) => ratio)).toEqual([1, 0.75, 0.8, 0.85]);
  expect(results.map(({ flagged }) => flagged)).toEqual([false, true, false, false]);
  expect(results[0]!.p).toBe(1);
  // R: fisher.test(matrix(c(60, 40, 45, 55), 2))$p.value
  expect(results[1]!.p).toBeCloseTo(0.047165485383, 10);
});

test('says when one more would turn it', () => {
  const turns = (selected: number): boolean =>
    fourFifths([
      { group: 'a', selected: 10, total: 20 },
      { group: 'b', selected, total: 20 },
    ])[1]!.turnsWithOneMore;
  expect([6, 7, 8].map(turns)).toEqual([false, true, false]);
});

test('small groups are marked', () => {
  const results = fourFifths([...rates, { group: 'few', selected: 2, total: 9 }]);
  expect(results.at(-1)).toMatchObject({ enough: false, flagged: true });
});

test('four fifths refuses what cannot be compared', () => {
  expect(() => fourFifths([])).toThrow(RangeError);
  expect(() => fourFifths(rates.slice(0, 1))).toThrow(RangeError);
  expect(() => fourFifths([rates[0]!, rates[0]!])).toThrow(RangeError);
  expect(() => fourFifths(rates.map((group) => ({ ...group, selected: 0 })))).toThrow(/nobody/);
  expect(() => fourFifths([...rates, { group: 'x', selected: 3, total: 2 }])).toThrow(RangeError);
  expect(() => fourFifths([...rates, { group: 'x', selected: 0, total: 0 }])).toThrow(RangeError);
  expect(() => fourFifths([...rates, { group: 'x', selected: NaN, total: 9 }])).toThrow(RangeError);
});

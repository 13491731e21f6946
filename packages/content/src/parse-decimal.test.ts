import { expect, test } from 'vitest';
import { parseDecimal } from './parse-decimal.ts';

test.each([
  ['7.40', 7.4],
  ['7,40', 7.4],
  [' 7.4 ', 7.4],
  ['-90', -90],
  ['−90', -90],
  ['+61.9', 61.9],
  ['.5', 0.5],
  ['12,345.6', 12345.6],
  ['12.345,6', 12345.6],
  ['1,234,567', 1234567],
  ['12 345.6', 12345.6],
  ['1e-3', 0.001],
])('"%s" is read as %d', (typed, value) => {
  expect(parseDecimal(typed)).toBe(value);
});

test.each(['', 'siete', '7.4.1', '7,40 mV', '1,2,3', '12,34.5', '--3', '.', 'Infinity'])(
  '"%s" is no number',
  (typed) => {
    expect(parseDecimal(typed)).toBeUndefined();
  },
);

import { expect, test } from 'vitest';
import { answers, coefficient, place, probability } from './figures.ts';

test('coefficients lose their zero and keep their point', () => {
  expect([coefficient(0.8093), coefficient(-0.04), coefficient(1), coefficient(0)]).toEqual([
    '.81',
    '−.04',
    '1.00',
    '.00',
  ]);
});

test('a probability that the draws found certain is not called certain', () => {
  expect([probability(0), probability(0.0613), probability(0.9949), probability(1)]).toEqual([
    '<.01',
    '.06',
    '.99',
    '>.99',
  ]);
});

test('scores show parts of a point only where there are any, and shared places say so', () => {
  expect([answers(16), answers(7.5)]).toEqual(['16', '7.5']);
  expect([place({ rank: 4, tiedWith: 4 }), place({ rank: 21, tiedWith: 0 })]).toEqual(['=4', '21']);
});

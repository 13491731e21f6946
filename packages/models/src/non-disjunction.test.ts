import { expect, test } from 'vitest';
import { nonDisjunctionConceptions } from './non-disjunction.ts';

const chances = (...args: Parameters<typeof nonDisjunctionConceptions>) =>
  Object.fromEntries(
    nonDisjunctionConceptions(...args).map(({ karyotype, probability }) => [karyotype, probability]),
  );

test('chromosome 21 in the mother: half trisomies and half monosomies after meiosis I, a quarter each after II', () => {
  expect(chances({ chromosome: 21, parent: 'mother', division: 'meiosis I' })).toEqual({
    '47,XX,+21': 0.25,
    '47,XY,+21': 0.25,
    '45,XX,−21': 0.25,
    '45,XY,−21': 0.25,
  });
  const second = chances({ chromosome: 21, parent: 'mother', division: 'meiosis II' });
  expect(second['46,XX']! + second['46,XY']!).toBe(0.5);
  expect(second['47,XY,+21']).toBe(0.125);
});

test('sex chromosomes: XXY comes from either parent in meiosis I, XYY only from the father in meiosis II', () => {
  expect(chances({ chromosome: 23, parent: 'mother', division: 'meiosis I' })).toEqual({
    '47,XXX': 0.25,
    '47,XXY': 0.25,
    '45,X': 0.25,
    '45,Y': 0.25,
  });
  expect(chances({ chromosome: 23, parent: 'father', division: 'meiosis I' })).toEqual({
    '47,XXY': 0.5,
    '45,X': 0.5,
  });
  const father = chances({ chromosome: 23, parent: 'father', division: 'meiosis II' });
  expect(father).toEqual({ '47,XXX': 0.125, '47,XYY': 0.125, '45,X': 0.25, '46,XX': 0.25, '46,XY': 0.25 });
});

test('the probabilities of every failure sum to one', () => {
  for (let chromosome = 1; chromosome <= 23; chromosome++) {
    for (const parent of ['mother', 'father'] as const) {
      for (const division of ['meiosis I', 'meiosis II'] as const) {
        const all = nonDisjunctionConceptions({ chromosome, parent, division });
        expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBe(1);
      }
    }
  }
  expect(() =>
    nonDisjunctionConceptions({ chromosome: 24, parent: 'mother', division: 'meiosis I' }),
  ).toThrow(RangeError);
});

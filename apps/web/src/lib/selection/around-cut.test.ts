import { expect, test } from 'vitest';
import { aroundCut } from './around-cut.ts';

test('half of the rows stand above the cut and half below', () => {
  expect(aroundCut(3000, 200)).toEqual({ from: 170, to: 230 });
});

test('a cut near either end still shows as many rows', () => {
  expect(aroundCut(240, 20)).toEqual({ from: 0, to: 60 });
  expect(aroundCut(240, 230)).toEqual({ from: 180, to: 240 });
});

test('a short list is shown whole', () => {
  expect(aroundCut(41, 20)).toEqual({ from: 0, to: 41 });
  expect(aroundCut(60, 1)).toEqual({ from: 0, to: 60 });
});

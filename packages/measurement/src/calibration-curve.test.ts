import { expect, test } from 'vitest';
import { calibrationCurve } from './calibration-curve.ts';

const responses = (forecast: number, right: number, n: number): [number[], number[]] => [
  Array.from({ length: n }, (_, i) => (i < right ? 1 : 0)),
  new Array<number>(n).fill(forecast),
];

test('groups by forecast value, lowest first, and never lumps different guesses', () => {
  const parts = [responses(0.97, 18, 20), responses(0.25, 2, 10), responses(1 / 3, 4, 10)];
  const curve = calibrationCurve(
    parts.flatMap(([y]) => y),
    parts.flatMap(([, p]) => p),
  );
  expect(curve.map((bin) => [bin.forecast, bin.count, bin.enough && bin.observed])).toEqual([
    [0.25, 10, 0.2],
    [1 / 3, 10, 0.4],
    [0.97, 20, 0.9],
  ]);
});

test('a bin under minCount keeps its count and says nothing else', () => {
  const [y, p] = responses(0.7, 5, 9);
  expect(calibrationCurve(y, p)).toEqual([{ forecast: 0.7, count: 9, enough: false }]);
  const [bin] = calibrationCurve(y, p, { minCount: 9 });
  expect(bin).toMatchObject({ enough: true, right: 5, observed: 5 / 9 });
});

test('a bin carries its Wilson interval', () => {
  const [bin] = calibrationCurve(...responses(0.7, 7, 10));
  // R: prop.test(7, 10, correct = FALSE)$conf.int
  if (!bin?.enough) throw new Error('ten responses are enough');
  expect(bin.interval[0]).toBeCloseTo(0.396778147461145, 12);
  expect(bin.interval[1]).toBeCloseTo(0.892208732593699, 12);
});

test('refuses what is no forecast', () => {
  expect(() => calibrationCurve([], [])).toThrow(RangeError);
  expect(() => calibrationCurve([1], [0.5, 0.5])).toThrow(RangeError);
  expect(() => calibrationCurve([0.5], [0.5])).toThrow(RangeError);
  expect(() => calibrationCurve([1], [1.1])).toThrow(RangeError);
  expect(() => calibrationCurve([1], [NaN])).toThrow(RangeError);
  expect(() => calibrationCurve([1], [0.5], { minCount: 0 })).toThrow(RangeError);
});

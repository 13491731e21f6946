import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apparentEnzyme, fitMichaelisMenten, reactionRate } from './michaelis-menten.ts';

const substrates = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.1, 1.1];
const treated = [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200];
const untreated = [67, 51, 84, 86, 98, 115, 131, 124, 144, 158, 160];
const points = (rates: number[]) => rates.map((rate, k) => ({ substrate: substrates[k]!, rate }));

test('Puromycin, as R fits it: treated 212.68 and .06412, untreated 160.28 and .04771', () => {
  const drug = fitMichaelisMenten(points(treated));
  expect(drug.maximalRate).toBeCloseTo(212.6837, 3);
  expect(drug.michaelisConstant).toBeCloseTo(0.06412, 5);
  expect(drug.maximalRateStandardError).toBeCloseTo(6.947, 2);
  expect(drug.michaelisConstantStandardError).toBeCloseTo(0.008281, 5);
  const control = fitMichaelisMenten(points(untreated));
  expect(control.maximalRate).toBeCloseTo(160.28, 2);
  expect(control.michaelisConstant).toBeCloseTo(0.04771, 5);
  expect(control.residualSumOfSquares).toBeCloseTo(859.6043, 3);
});

const enzyme = { maximalRate: 200, michaelisConstant: 0.06 };

test('each inhibition leaves its own trace on the two constants', () => {
  const inhibitor = { concentration: 3, inhibitionConstant: 1 };
  expect(apparentEnzyme(enzyme, { kind: 'competitive', ...inhibitor })).toEqual({
    maximalRate: 200,
    michaelisConstant: 0.24,
  });
  expect(apparentEnzyme(enzyme, { kind: 'non-competitive', ...inhibitor })).toEqual({
    maximalRate: 50,
    michaelisConstant: 0.06,
  });
  expect(apparentEnzyme(enzyme, { kind: 'uncompetitive', ...inhibitor })).toEqual({
    maximalRate: 50,
    michaelisConstant: 0.015,
  });
});

test('enough substrate overcomes a competitive inhibitor and none else', () => {
  const with9 = (kind: 'competitive' | 'non-competitive' | 'uncompetitive') =>
    reactionRate(enzyme, 1e6, { kind, concentration: 9, inhibitionConstant: 1 });
  expect(with9('competitive')).toBeCloseTo(200, 3);
  expect(with9('non-competitive')).toBeCloseTo(20, 3);
  expect(with9('uncompetitive')).toBeCloseTo(20, 3);
  expect(reactionRate(enzyme, 0.06)).toBe(100);
});

test('points that lie on a curve give the curve back', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1000, noNaN: true }),
      fc.double({ min: 0.01, max: 2, noNaN: true }),
      (maximalRate, michaelisConstant) => {
        const curve = { maximalRate, michaelisConstant };
        const exact = [0.05, 0.2, 0.5, 1, 3].map((substrate) => ({
          substrate,
          rate: reactionRate(curve, substrate),
        }));
        const fit = fitMichaelisMenten(exact);
        expect(fit.maximalRate / maximalRate).toBeCloseTo(1, 6);
        expect(fit.michaelisConstant / michaelisConstant).toBeCloseTo(1, 6);
      },
    ),
  );
});

test('points that a student may add and no curve fits are refused', () => {
  const at = (...pairs: [number, number][]) => pairs.map(([substrate, rate]) => ({ substrate, rate }));
  expect(() => fitMichaelisMenten(at([1, 2], [2, 3]))).toThrow(/three points/);
  expect(() => fitMichaelisMenten(at([1, 2], [1, 3], [1, 4]))).toThrow(/two different/);
  expect(() => fitMichaelisMenten(at([1, 1], [2, 2.2], [3, 3.6], [4, 5.3]))).toThrow(/higher substrates/);
  expect(() => fitMichaelisMenten(at([1, 9], [2, 8], [3, 7], [4, 6]))).toThrow(RangeError);
  expect(() => fitMichaelisMenten(at([1, 0], [2, 0], [3, 0]))).toThrow(RangeError);
  expect(() => reactionRate(enzyme, -1)).toThrow(RangeError);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auroc2, auroc2Interval } from './auroc2.ts';

test('agrees with pROC on aSAH', () => {
  // R: data(aSAH, package = "pROC"); table(aSAH$outcome, aSAH$wfns), Poor as right, Good as wrong
  const counts = { right: [2, 12, 1, 8, 18], wrong: [37, 20, 3, 8, 4] };
  // R: ci.auc(roc(aSAH$outcome, as.numeric(aSAH$wfns)), method = "delong")
  expect(auroc2(counts)).toBeCloseTo(0.823678861789, 12);
  const [low, high] = auroc2Interval(counts);
  expect(low).toBeCloseTo(0.748534887819, 12);
  expect(high).toBeCloseTo(0.898822835758, 12);
});

test('is ½ where confidence says nothing, 1 where it says all, and mirrors', () => {
  expect(auroc2({ right: [10, 10], wrong: [20, 20] })).toBe(0.5);
  expect(auroc2({ right: [0, 10], wrong: [20, 0] })).toBe(1);
  const counts = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const right = a.with(0, a[0]! + 10);
      const wrong = b.with(4, b[4]! + 10);
      const area = auroc2({ right, wrong });
      expect(auroc2({ right: wrong, wrong: right })).toBeCloseTo(1 - area, 12);
    }),
    { seed: 1 },
  );
});

test('refuses fewer than ten right or ten wrong', () => {
  expect(() => auroc2({ right: [5, 4], wrong: [20, 20] })).toThrow(RangeError);
  expect(() => auroc2({ right: [20, 20], wrong: [9, 0] })).toThrow(RangeError);
  expect(() => auroc2({ right: [20], wrong: [20] })).toThrow(RangeError);
  expect(() => auroc2({ right: [20, 1], wrong: [20] })).toThrow(RangeError);
  expect(() => auroc2({ right: [20, NaN], wrong: [20, 1] })).toThrow(RangeError);
  expect(() => auroc2Interval({ right: [0, 10], wrong: [20, 0] })).toThrow(RangeError);
});

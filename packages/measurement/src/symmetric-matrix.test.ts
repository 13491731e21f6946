import { expect, test } from 'vitest';
import { invertPositiveDefinite } from './symmetric-matrix.ts';

test('inverts a positive definite matrix', () => {
  const inverse = invertPositiveDefinite(Float64Array.of(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3), 3);
  const product = (r: number, c: number): number =>
    [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3]
      .slice(3 * r, 3 * r + 3)
      .reduce((sum, value, k) => sum + value * inverse[3 * k + c]!, 0);
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) expect(product(r, c)).toBeCloseTo(r === c ? 1 : 0, 13);
  }
});

test('refuses a matrix that is not positive definite', () => {
  expect(() => invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
  expect(() => invertPositiveDefinite(Float64Array.of(NaN), 1)).toThrow(RangeError);
});

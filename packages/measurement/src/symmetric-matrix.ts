/**
 * Inverse of a symmetric positive definite matrix, by Cholesky's decomposition.
 *
 * Shapes: n × n, row by row. Errors: RangeError if not positive definite.
 * Source: Golub & Van Loan, Matrix Computations, 4.2.
 */
export function invertPositiveDefinite(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i === j) {
        if (!(sum > 1e-14 * Math.abs(matrix[i * n + i]!))) {
          throw new RangeError('the matrix is not positive definite');
        }
        lower[i * n + i] = Math.sqrt(sum);
      } else {
        lower[i * n + j] = sum / lower[j * n + j]!;
      }
    }
  }
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let c = 0; c < n; c++) {
    for (let i = 0; i < n; i++) {
      let sum = i === c ? 1 : 0;
      for (let k = c; k < i; k++) sum -= lower[i * n + k]! * column[k]!;
      column[i] = i < c ? 0 : sum / lower[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = column[i]!;
      for (let k = i + 1; k < n; k++) sum -= lower[k * n + i]! * column[k]!;
      column[i] = sum / lower[i * n + i]!;
      inverse[i * n + c] = column[i]!;
    }
  }
  return inverse;
}

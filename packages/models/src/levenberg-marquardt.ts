/** Writes the model's values into `values` and, row by row, its slopes by each parameter into `slopes`. */
export type ModelWithSlopes = (parameters: Float64Array, values: Float64Array, slopes: Float64Array) => void;

export interface LeastSquaresFit {
  parameters: Float64Array;
  standardErrors: Float64Array;
  residualSumOfSquares: number;
  iterations: number;
}

/** Solves A·x = b for a symmetric positive definite A; undefined when A is not. */
export function solveCholesky(matrix: ArrayLike<number>, right: ArrayLike<number>): Float64Array | undefined {
  const n = right.length;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i !== j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > 1e-14 * Math.abs(matrix[i * n + i]!)) lower[i * n + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * n + k]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k * n + i]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  return x;
}

/**
 * Fits a nonlinear model by least squares, with Gauss–Newton steps damped where they would not improve.
 *
 * Formula: (JᵀJ + λ·diag JᵀJ)·δ = Jᵀr; standard errors from s²(JᵀJ)⁻¹ with s² = RSS/(n − p).
 * Shapes: n observations, p starting values, n > p. Units: those of the model.
 * Range: steps leave `allowed` parameters only. Errors: RangeError for too few observations, parameters that
 * the observations do not tell apart, or no convergence in 200 steps.
 * Source: Marquardt (1963), J. Soc. Indust. Appl. Math. 11, 431–441.
 */
export function levenbergMarquardt(
  model: ModelWithSlopes,
  observed: ArrayLike<number>,
  start: ArrayLike<number>,
  allowed: (parameters: Float64Array) => boolean = () => true,
): LeastSquaresFit {
  const n = observed.length;
  const p = start.length;
  if (n <= p) throw new RangeError(`${n} observations cannot estimate ${p} parameters with their error`);
  const values = new Float64Array(n);
  const slopes = new Float64Array(n * p);
  const normal = new Float64Array(p * p);
  const gradient = new Float64Array(p);
  const evaluate = (parameters: Float64Array): number => {
    model(parameters, values, slopes);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (observed[i]! - values[i]!) ** 2;
    return sum;
  };
  const normalEquations = (): void => {
    normal.fill(0);
    gradient.fill(0);
    for (let i = 0; i < n; i++) {
      for (let a = 0; a < p; a++) {
        gradient[a]! += slopes[i * p + a]! * (observed[i]! - values[i]!);
        for (let b = 0; b < p; b++) normal[a * p + b]! += slopes[i * p + a]! * slopes[i * p + b]!;
      }
    }
  };
  const indistinct = () => new RangeError('the observations do not tell the parameters apart');

  let parameters = Float64Array.from(start);
  if (!allowed(parameters)) throw new RangeError('the starting values are outside the allowed range');
  let rss = evaluate(parameters);
  let damping = 0;
  for (let iterations = 1; iterations <= 200; iterations++) {
    normalEquations();
    let converged = false;
    for (;;) {
      const damped = normal.map((value, k) => (k % (p + 1) === 0 ? value * (1 + damping) : value));
      const step = solveCholesky(damped, gradient);
      if (!step) {
        if (damping > 1e8) throw indistinct();
        damping = Math.max(1e-3, damping * 10);
        continue;
      }
      const next = parameters.map((value, k) => value + step[k]!);
      const nextRss = allowed(next) ? evaluate(next) : Number.NaN;
      const size = Math.max(...step.map((value, k) => Math.abs(value) / (Math.abs(parameters[k]!) + 1e-12)));
      if (nextRss <= rss) {
        parameters = next;
        rss = nextRss;
        damping = damping < 1e-8 ? 0 : damping / 10;
        converged = size < 1e-10;
        break;
      }
      if (size < 1e-9) {
        converged = true;
        break;
      }
      damping = Math.max(1e-3, damping * 10);
      if (damping > 1e16) throw new RangeError('no step improves the fit');
    }
    if (converged) {
      rss = evaluate(parameters);
      normalEquations();
      const variance = rss / (n - p);
      const standardErrors = Float64Array.from({ length: p }, (_, k) => {
        const unit = Float64Array.from({ length: p }, (__, j) => (j === k ? 1 : 0));
        const column = solveCholesky(normal, unit);
        if (!column) throw indistinct();
        return Math.sqrt(variance * column[k]!);
      });
      return { parameters, standardErrors, residualSumOfSquares: rss, iterations };
    }
  }
  throw new RangeError('the fit does not converge');
}

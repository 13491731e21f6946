import { requirePositive, requireWhole } from './requirements.ts';

/** A coarser step is no convergence. */
const LOOSEST = 0.01;

export interface EmStep {
  next: Float64Array;
  /** what EM raises, at the point it was given */
  objective: number;
}

export interface EmResult {
  solution: Float64Array;
  /** evaluations of the step */
  iterations: number;
}

/**
 * Repeats an EM step to its fixed point, with the SQUAREM acceleration.
 *
 * Formula: x₁ = M(x₀), x₂ = M(x₁), r = x₁ − x₀, v = x₂ − x₁ − r, α = −|r|/|v|;
 * next x₀ = M(x₀ − 2αr + α²v), or x₂ where that lowers the objective or is not allowed.
 * Converged when no parameter moves by more than `tolerance` in one step.
 * Errors: RangeError if not converged within `maxIterations`, or at values that are not finite.
 * Source: Varadhan & Roland (2008), Scandinavian J. Statistics 35, scheme S3.
 */
export function acceleratedEm(
  start: Float64Array,
  step: (x: Float64Array) => EmStep,
  allowed: (x: Float64Array) => boolean,
  { tolerance, maxIterations }: { tolerance: number; maxIterations: number },
): EmResult {
  requirePositive(tolerance, 'tolerance');
  if (tolerance > LOOSEST) throw new RangeError(`a tolerance above ${LOOSEST} tells nothing: ${tolerance}`);
  requireWhole(maxIterations, 1, 'maxIterations');
  let iterations = 0;
  const run = (x: Float64Array): EmStep => {
    iterations += 1;
    const result = step(x);
    if (!Number.isFinite(result.objective) || !result.next.every(Number.isFinite)) {
      throw new RangeError('not converged: the likelihood is not finite');
    }
    return result;
  };
  const farthest = (a: Float64Array, b: Float64Array): number => {
    let distance = 0;
    for (let i = 0; i < a.length; i++) distance = Math.max(distance, Math.abs(a[i]! - b[i]!));
    return distance;
  };

  let x0 = start;
  while (iterations < maxIterations) {
    const first = run(x0);
    if (farthest(first.next, x0) < tolerance) return { solution: first.next, iterations };
    const second = run(first.next);
    if (farthest(second.next, first.next) < tolerance) {
      return { solution: second.next, iterations };
    }
    let rSquares = 0;
    let vSquares = 0;
    for (let i = 0; i < x0.length; i++) {
      const r = first.next[i]! - x0[i]!;
      const v = second.next[i]! - first.next[i]! - r;
      rSquares += r * r;
      vSquares += v * v;
    }
    const alpha = vSquares > 0 ? -Math.sqrt(rSquares / vSquares) : -1;
    const jump = new Float64Array(x0.length);
    for (let i = 0; i < x0.length; i++) {
      const r = first.next[i]! - x0[i]!;
      const v = second.next[i]! - first.next[i]! - r;
      jump[i] = x0[i]! - 2 * alpha * r + alpha * alpha * v;
    }
    x0 = second.next;
    if (alpha < -1 && allowed(jump)) {
      const landed = run(jump);
      if (landed.objective >= second.objective) x0 = landed.next;
    }
  }
  throw new RangeError(`not converged after ${iterations} iterations`);
}

import { requireFinite, requireWhole } from './requirements.ts';
import {
  emptyTrajectory,
  recordPoint,
  requireState,
  type Derivatives,
  type Trajectory,
} from './trajectory.ts';

export interface FixedStepProblem {
  derivatives: Derivatives;
  initial: ArrayLike<number>;
  start: number;
  end: number;
  /** steps over the whole span; the error of the solution falls as steps^−4 */
  steps: number;
  /** keeps every n-th step, first and last included; 1 keeps all */
  keepEvery?: number;
}

/** A step of the classical method that reuses its own workspace: `advance` overwrites `state`. */
export function rungeKutta4Stepper(derivatives: Derivatives, variables: number) {
  const k1 = new Float64Array(variables);
  const k2 = new Float64Array(variables);
  const k3 = new Float64Array(variables);
  const k4 = new Float64Array(variables);
  const probe = new Float64Array(variables);
  return function advance(time: number, step: number, state: Float64Array): void {
    derivatives(time, state, k1);
    for (let i = 0; i < variables; i++) probe[i] = state[i]! + 0.5 * step * k1[i]!;
    derivatives(time + 0.5 * step, probe, k2);
    for (let i = 0; i < variables; i++) probe[i] = state[i]! + 0.5 * step * k2[i]!;
    derivatives(time + 0.5 * step, probe, k3);
    for (let i = 0; i < variables; i++) probe[i] = state[i]! + step * k3[i]!;
    derivatives(time + step, probe, k4);
    for (let i = 0; i < variables; i++) {
      state[i] = state[i]! + (step / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!);
    }
  };
}

/**
 * Solves an initial-value problem with the classical Runge–Kutta method of order 4 and equal steps.
 *
 * Formula: y_{k+1} = y_k + s/6·(k₁ + 2k₂ + 2k₃ + k₄). The same input gives the same bits on one engine.
 * Shapes: `initial` one number a variable; the result holds steps/keepEvery + 1 points.
 * Units: those of the problem. Range: 1 to 10⁷ steps; `end` may precede `start`.
 * Errors: RangeError for a step count that `keepEvery` does not divide, or a solution that stops being finite
 * (usually a step too long for the fastest rate).
 * Source: Hairer, Nørsett & Wanner (1993), Solving Ordinary Differential Equations I, II.1.
 */
export function rungeKutta4(problem: FixedStepProblem): Trajectory {
  const { derivatives, start, end, steps, keepEvery = 1 } = problem;
  requireFinite(start, 'start');
  requireFinite(end, 'end');
  requireWhole(steps, 1, 10_000_000, 'steps');
  requireWhole(keepEvery, 1, steps, 'keepEvery');
  if (steps % keepEvery !== 0) throw new RangeError(`keepEvery ${keepEvery} does not divide ${steps} steps`);
  const state = requireState(problem.initial);
  const advance = rungeKutta4Stepper(derivatives, state.length);
  const trajectory = emptyTrajectory(state.length, steps / keepEvery + 1);
  const step = (end - start) / steps;
  recordPoint(trajectory, 0, start, state);
  for (let k = 1; k <= steps; k++) {
    advance(start + (k - 1) * step, step, state);
    if (k % keepEvery === 0)
      recordPoint(trajectory, k / keepEvery, k === steps ? end : start + k * step, state);
  }
  return trajectory;
}

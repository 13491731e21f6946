import { createRequire } from 'node:module';
import type { Derivatives } from './trajectory.ts';

interface OdexSolver {
  absoluteTolerance: number;
  relativeTolerance: number;
  maxSteps: number;
  solve(
    derivatives: (time: number, state: number[]) => number[],
    start: number,
    initial: number[],
    end: number,
  ): { y: number[] };
}

// required at run time, since its published types do not pass our compiler's rules
const { Solver } = createRequire(import.meta.url)('odex') as {
  Solver: new (variables: number) => OdexSolver;
};

/** The state at `end` according to an independent solver; for tests alone. */
export function odexSolution(
  derivatives: Derivatives,
  initial: ArrayLike<number>,
  start: number,
  end: number,
): number[] {
  const solver = new Solver(initial.length);
  solver.absoluteTolerance = 1e-11;
  solver.relativeTolerance = 1e-11;
  solver.maxSteps = 100_000;
  const rates = new Float64Array(initial.length);
  return solver.solve(
    (time, state) => {
      derivatives(time, Float64Array.from(state), rates);
      return Array.from(rates);
    },
    start,
    Array.from(initial),
    end,
  ).y;
}

/** The states at `times`, the first that of `initial`; each stretch by itself, so that what switches is met anew. */
export function odexStates(
  derivativesAt: (middle: number) => Derivatives,
  initial: ArrayLike<number>,
  times: ArrayLike<number>,
): number[][] {
  const states = [Array.from(initial)];
  for (let k = 1; k < times.length; k++) {
    const [from, to] = [times[k - 1]!, times[k]!];
    states.push(odexSolution(derivativesAt((from + to) / 2), states[k - 1]!, from, to));
  }
  return states;
}

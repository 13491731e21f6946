import { requireBetween, requireFinite, requirePositive, requireWhole } from './requirements.ts';
import {
  emptyTrajectory,
  recordPoint,
  requireState,
  type Derivatives,
  type Trajectory,
} from './trajectory.ts';

export interface AdaptiveProblem {
  derivatives: Derivatives;
  initial: ArrayLike<number>;
  /** ascending; the first is the time of `initial`, the others where the solution is wanted */
  times: ArrayLike<number>;
  /** default 1e−9 */
  relativeTolerance?: number;
  /** default 1e−9, in the units of the state */
  absoluteTolerance?: number;
  /** no step longer than this, so that a short input is not stepped over */
  longestStep?: number;
  /** refuses a problem that needs more; default 100,000 */
  mostSteps?: number;
}

/**
 * Solves an initial-value problem with the adaptive pair of Dormand and Prince of orders 5 and 4.
 *
 * Formula: seven stages, the last being the first of the next step; a step is kept when the root mean square
 * of error/(absolute + relative·|y|) is at most 1. Wanted times inside a step come from the pair's own
 * interpolation of order 4, so they do not change the steps.
 * Shapes: the result holds one point for each of `times`. Units: those of the problem.
 * Range: tolerances from 1e−13 to 1e−1; problems that are not stiff.
 * Errors: RangeError for times that do not ascend, a solution that stops being finite, or too many steps.
 * Source: Dormand & Prince (1980), J. Comput. Appl. Math. 6, 19–26; interpolation and step control as in
 * Hairer, Nørsett & Wanner (1993), Solving Ordinary Differential Equations I, II.4 and II.6.
 */
export function dormandPrince(problem: AdaptiveProblem): Trajectory {
  const {
    derivatives,
    times,
    relativeTolerance = 1e-9,
    absoluteTolerance = 1e-9,
    mostSteps = 100_000,
  } = problem;
  const points = times.length;
  if (points < 2) throw new RangeError(`times must hold a start and at least one more: ${points}`);
  for (let k = 0; k < points; k++) {
    requireFinite(times[k]!, `times[${k}]`);
    if (k > 0 && !(times[k]! > times[k - 1]!)) throw new RangeError(`times must ascend: ${times[k]}`);
  }
  requireBetween(relativeTolerance, 1e-13, 0.1, 'relativeTolerance');
  requireBetween(absoluteTolerance, 1e-13, 0.1, 'absoluteTolerance');
  requireWhole(mostSteps, 1, 100_000_000, 'mostSteps');
  const start = times[0]!;
  const end = times[points - 1]!;
  const longestStep = problem.longestStep ?? end - start;
  requirePositive(longestStep, 'longestStep');

  const y = requireState(problem.initial);
  const variables = y.length;
  const stage = () => new Float64Array(variables);
  let k1 = stage();
  let k7 = stage();
  const [k2, k3, k4, k5, k6, next, probe, wanted] = Array.from({ length: 8 }, stage) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const trajectory = emptyTrajectory(variables, points);
  recordPoint(trajectory, 0, start, y);

  const norm = (vector: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < variables; i++) {
      sum += (vector[i]! / (absoluteTolerance + relativeTolerance * Math.abs(y[i]!))) ** 2;
    }
    return Math.sqrt(sum / variables);
  };

  let time = start;
  let point = 1;
  derivatives(time, y, k1);
  const size = norm(y);
  const slope = norm(k1);
  const guess = size < 1e-5 || slope < 1e-5 ? 1e-6 * (end - start) : (0.01 * size) / slope;
  let step = Math.min(longestStep, end - start, Math.max(guess, 1e-9 * (end - start)));
  let rejected = false;
  for (let count = 0; point < points; count++) {
    if (count >= mostSteps)
      throw new RangeError(`more than ${mostSteps} steps needed: the problem may be stiff`);
    if (!(step > 1e-14 * Math.max(Math.abs(time), end - start))) {
      throw new RangeError(`the step vanishes at time ${time}: the solution may not exist beyond it`);
    }
    const last = time + step >= end - 1e-12 * (end - start);
    const h = last ? end - time : step;

    for (let i = 0; i < variables; i++) probe[i] = y[i]! + h * (k1[i]! / 5);
    derivatives(time + h / 5, probe, k2);
    for (let i = 0; i < variables; i++) probe[i] = y[i]! + h * ((3 / 40) * k1[i]! + (9 / 40) * k2[i]!);
    derivatives(time + 0.3 * h, probe, k3);
    for (let i = 0; i < variables; i++) {
      probe[i] = y[i]! + h * ((44 / 45) * k1[i]! - (56 / 15) * k2[i]! + (32 / 9) * k3[i]!);
    }
    derivatives(time + 0.8 * h, probe, k4);
    for (let i = 0; i < variables; i++) {
      probe[i] =
        y[i]! +
        h *
          ((19372 / 6561) * k1[i]! -
            (25360 / 2187) * k2[i]! +
            (64448 / 6561) * k3[i]! -
            (212 / 729) * k4[i]!);
    }
    derivatives(time + (8 / 9) * h, probe, k5);
    for (let i = 0; i < variables; i++) {
      probe[i] =
        y[i]! +
        h *
          ((9017 / 3168) * k1[i]! -
            (355 / 33) * k2[i]! +
            (46732 / 5247) * k3[i]! +
            (49 / 176) * k4[i]! -
            (5103 / 18656) * k5[i]!);
    }
    derivatives(time + h, probe, k6);
    for (let i = 0; i < variables; i++) {
      next[i] =
        y[i]! +
        h *
          ((35 / 384) * k1[i]! +
            (500 / 1113) * k3[i]! +
            (125 / 192) * k4[i]! -
            (2187 / 6784) * k5[i]! +
            (11 / 84) * k6[i]!);
    }
    derivatives(time + h, next, k7);
    let sum = 0;
    for (let i = 0; i < variables; i++) {
      const error =
        h *
        ((71 / 57600) * k1[i]! -
          (71 / 16695) * k3[i]! +
          (71 / 1920) * k4[i]! -
          (17253 / 339200) * k5[i]! +
          (22 / 525) * k6[i]! -
          k7[i]! / 40);
      const scale = absoluteTolerance + relativeTolerance * Math.max(Math.abs(y[i]!), Math.abs(next[i]!));
      sum += (error / scale) ** 2;
    }
    const error = Math.sqrt(sum / variables);
    if (!(error <= 1)) {
      step = h * (Number.isFinite(error) ? Math.max(0.2, 0.9 * error ** -0.2) : 0.1);
      rejected = true;
      continue;
    }

    const reached = last ? end : time + h;
    while (point < points && times[point]! <= reached) {
      const s = (times[point]! - time) / h;
      const r = 1 - s;
      for (let i = 0; i < variables; i++) {
        const change = next[i]! - y[i]!;
        const bend = h * k1[i]! - change;
        const quartic =
          h *
          ((-12715105075 / 11282082432) * k1[i]! +
            (87487479700 / 32700410799) * k3[i]! -
            (10690763975 / 1880347072) * k4[i]! +
            (701980252875 / 199316789632) * k5[i]! -
            (1453857185 / 822651844) * k6[i]! +
            (69997945 / 29380423) * k7[i]!);
        wanted[i] = y[i]! + s * (change + r * (bend + s * (change - h * k7[i]! - bend + r * quartic)));
      }
      recordPoint(trajectory, point, times[point]!, wanted);
      point++;
    }
    y.set(next);
    time = reached;
    const reused = k1;
    k1 = k7;
    k7 = reused;
    const growth = error === 0 ? 5 : Math.min(5, 0.9 * error ** -0.2);
    step = Math.min(longestStep, h * (rejected ? Math.min(1, growth) : growth));
    rejected = false;
  }
  return trajectory;
}

export interface JumpingProblem extends Omit<AdaptiveProblem, 'derivatives'> {
  /** when the rates jump, as where a current begins; in any order, those outside the span of `times` do nothing */
  jumps: readonly number[];
  /** the rates that hold from one jump to the next; `middle` is a time between the two */
  derivativesAt: (middle: number) => Derivatives;
}

/**
 * The same where the rates jump at known times: each stretch between two jumps is a smooth problem of its own.
 *
 * Shapes, units, range and errors: as `dormandPrince`.
 */
export function solveBetweenJumps({ jumps, derivativesAt, ...problem }: JumpingProblem): Trajectory {
  const { times } = problem;
  const points = times.length;
  const start = times[0]!;
  const end = times[points - 1]!;
  const edges = [start];
  // two that differ by rounding alone are one
  for (const time of [...jumps, end].sort((a, b) => a - b))
    if (time <= end && time - edges.at(-1)! > 1e-12 * (end - start)) edges.push(time);
  const whole = emptyTrajectory(problem.initial.length, points);
  let state = problem.initial;
  let done = 0;
  for (let k = 0; k + 1 < edges.length; k++) {
    const [from, to] = [edges[k]!, edges[k + 1]!];
    const wanted = [from];
    for (let j = done; times[j]! < to; j++) if (times[j]! > from) wanted.push(times[j]!);
    wanted.push(to);
    const { values } = dormandPrince({
      ...problem,
      derivatives: derivativesAt((from + to) / 2),
      initial: state,
      times: wanted,
    });
    const stateAt = (j: number) => Float64Array.from(values, (column) => column[j]!);
    wanted.forEach((time, j) => {
      if (time === times[done]) recordPoint(whole, done++, time, stateAt(j));
    });
    state = stateAt(wanted.length - 1);
  }
  return whole;
}

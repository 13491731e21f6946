import { requireFinite } from './requirements.ts';

/** Writes the rates of change of `state` at `time` into `rates`; must not keep or change `state`. */
export type Derivatives = (time: number, state: Float64Array, rates: Float64Array) => void;

/** A solution in columns: `values[i][k]` is variable i at `times[k]`. */
export interface Trajectory {
  times: Float64Array;
  values: Float64Array[];
}

export function emptyTrajectory(variables: number, points: number): Trajectory {
  return {
    times: new Float64Array(points),
    values: Array.from({ length: variables }, () => new Float64Array(points)),
  };
}

export function recordPoint(trajectory: Trajectory, point: number, time: number, state: Float64Array): void {
  trajectory.times[point] = time;
  for (let i = 0; i < state.length; i++) {
    const value = state[i]!;
    if (!Number.isFinite(value)) throw new RangeError(`variable ${i} is not finite at time ${time}`);
    trajectory.values[i]![point] = value;
  }
}

export function requireState(initial: ArrayLike<number>): Float64Array {
  if (initial.length === 0) throw new RangeError('the initial state is empty');
  for (let i = 0; i < initial.length; i++) requireFinite(initial[i]!, `initial[${i}]`);
  return Float64Array.from(initial);
}

/**
 * `points` times evenly spread over [start, end], both ends included, such as those of a chart.
 *
 * Units: those of `start`. Errors: RangeError for fewer than two points or an end that does not follow.
 */
export function evenTimes(start: number, end: number, points: number): Float64Array {
  requireFinite(start, 'start');
  requireFinite(end, 'end');
  if (!Number.isSafeInteger(points) || points < 2)
    throw new RangeError(`points must be at least 2: ${points}`);
  if (!(end > start)) throw new RangeError(`end must follow start: ${start}, ${end}`);
  return Float64Array.from({ length: points }, (_, k) => start + ((end - start) * k) / (points - 1));
}

import { requireBetween, requirePositive } from './requirements.ts';
import { stimulateAxon, type AxonConditions, type AxonRecord } from './hodgkin-huxley.ts';

/** An impulse is a rise through this displacement: half of what a healthy one reaches. */
const IMPULSE_MILLIVOLTS = 50;

export interface ActionPotential {
  /** when the displacement rises through 50 mV, one for each impulse */
  impulseMilliseconds: number[];
  peakMillivolts: number;
  peakMilliseconds: number;
  /** the lowest displacement after the peak */
  troughMillivolts: number;
}

/**
 * What a person reads off a recorded action potential: how many impulses, how high, when, and the undershoot.
 *
 * Formula: extremes by the parabola through the highest (lowest) point and its neighbours.
 * Units: ms and mV from rest. Errors: RangeError for a record of fewer than three points.
 */
export function readActionPotential(record: AxonRecord): ActionPotential {
  const { timesMilliseconds: times, displacementMillivolts: v } = record;
  if (v.length < 3) throw new RangeError('a record needs at least three points');
  const impulseMilliseconds: number[] = [];
  let top = 0;
  for (let k = 1; k < v.length; k++) {
    if (v[k]! > v[top]!) top = k;
    const before = v[k - 1]!;
    if (before < IMPULSE_MILLIVOLTS && v[k]! >= IMPULSE_MILLIVOLTS) {
      const part = (IMPULSE_MILLIVOLTS - before) / (v[k]! - before);
      impulseMilliseconds.push(times[k - 1]! + part * (times[k]! - times[k - 1]!));
    }
  }
  let bottom = top;
  for (let k = top; k < v.length; k++) if (v[k]! < v[bottom]!) bottom = k;
  const vertex = (k: number): [number, number] => {
    if (k === 0 || k === v.length - 1) return [times[k]!, v[k]!];
    const slope = (v[k + 1]! - v[k - 1]!) / 2;
    const bend = v[k + 1]! - 2 * v[k]! + v[k - 1]!;
    if (bend === 0) return [times[k]!, v[k]!];
    const shift = -slope / bend;
    return [times[k]! + shift * (times[k + 1]! - times[k]!), v[k]! + (slope * shift) / 2];
  };
  const [peakMilliseconds, peakMillivolts] = vertex(top);
  return { impulseMilliseconds, peakMillivolts, peakMilliseconds, troughMillivolts: vertex(bottom)[1] };
}

function bisect(
  low: number,
  high: number,
  tolerance: number,
  fires: (value: number) => boolean,
): number | undefined {
  if (!fires(high)) return undefined;
  let below = low;
  let above = high;
  while (above - below > tolerance) {
    const middle = (below + above) / 2;
    if (fires(middle)) above = middle;
    else below = middle;
  }
  return (below + above) / 2;
}

/**
 * The smallest instantaneous displacement from rest that fires an impulse; undefined when 60 mV does not,
 * as under a strong sodium block.
 *
 * Method: bisection to 0.001 mV; fires means passing 50 mV within 40 ms, later than the shock itself.
 * Units: mV; 6.50 at 6.3 °C. Range and errors: as `stimulateAxon`.
 * Source: Hodgkin & Huxley (1952), J. Physiol. 117, 500–544, who found about 6 to 7 mV.
 */
export function findThresholdDisplacement(conditions: AxonConditions = {}): number | undefined {
  return bisect(0, 49, 0.001, (displacementMillivolts) => {
    const record = stimulateAxon({
      ...conditions,
      displacementMillivolts,
      durationMilliseconds: 40,
      stepMilliseconds: 0.02,
    });
    return readActionPotential(record).impulseMilliseconds.length > 0;
  });
}

/**
 * The weakest 0.5 ms pulse that fires a second impulse at a delay after a first of 40 µA/cm²; undefined when
 * 200 µA/cm² does not: the axon is absolutely refractory.
 *
 * Method: bisection to 0.5 µA/cm² on the impulses counted within 15 ms of the second pulse. Units: ms →
 * µA/cm².
 * Range: delays of 1 to 50 ms. Errors: RangeError outside it, or where the first pulse fires nothing.
 * Source: the paired-pulse experiment of Hodgkin & Huxley (1952), J. Physiol. 117, 500–544, part II.
 */
export function findSecondImpulseCurrent(
  delayMilliseconds: number,
  conditions: AxonConditions = {},
): number | undefined {
  requirePositive(delayMilliseconds, 'delayMilliseconds');
  requireBetween(delayMilliseconds, 1, 50, 'delayMilliseconds');
  const first = { startMilliseconds: 0, durationMilliseconds: 0.5, microampsPerCm2: 40 };
  const impulses = (microampsPerCm2: number) => {
    const second = { startMilliseconds: delayMilliseconds, durationMilliseconds: 0.5, microampsPerCm2 };
    const record = stimulateAxon({
      ...conditions,
      pulses: [first, second],
      durationMilliseconds: delayMilliseconds + 15,
      stepMilliseconds: 0.02,
    });
    return readActionPotential(record).impulseMilliseconds.length;
  };
  if (impulses(0) === 0) throw new RangeError('the first pulse fires no impulse under these conditions');
  return bisect(0, 200, 0.5, (current) => impulses(current) > 1);
}

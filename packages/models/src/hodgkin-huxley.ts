import { solveBetweenJumps } from './dormand-prince.ts';
import { requireBetween, requireFinite, requirePositive } from './requirements.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

/** Conductances mS/cm², potentials in mV from rest (depolarisation positive), capacitance µF/cm². */
export const squidAxon = {
  sodiumConductance: 120,
  potassiumConductance: 36,
  leakConductance: 0.3,
  sodiumPotential: 115,
  potassiumPotential: -12,
  leakPotential: 10.613,
  capacitance: 1,
  /** of the 1952 measurements */
  temperatureCelsius: 6.3,
} as const;

export interface CurrentPulse {
  startMilliseconds: number;
  durationMilliseconds: number;
  /** inward positive: it depolarises */
  microampsPerCm2: number;
}

export interface AxonConditions {
  /** 0 none to 1 all, as tetrodotoxin does; default 0 */
  sodiumBlockFraction?: number;
  /** 0 none to 1 all, as tetraethylammonium does; default 0 */
  potassiumBlockFraction?: number;
  /** 0 to 30; default 6.3 */
  temperatureCelsius?: number;
}

export interface AxonExperiment extends AxonConditions {
  /** an instantaneous shock: V at time 0, with the gates at rest; default 0 */
  displacementMillivolts?: number;
  pulses?: readonly CurrentPulse[];
  durationMilliseconds: number;
  /** between the points of the record; default 0.01 */
  stepMilliseconds?: number;
}

export interface AxonRecord {
  timesMilliseconds: Float64Array;
  /** from rest, depolarisation positive */
  displacementMillivolts: Float64Array;
  sodiumActivation: Float64Array;
  sodiumInactivation: Float64Array;
  potassiumActivation: Float64Array;
}

const ratio = (x: number): number => (Math.abs(x) < 1e-6 ? 1 - x / 2 : x / Math.expm1(x));

/** Writes dm/dt, dh/dt and dn/dt, in 1/ms, after `place`; from the rate constants of 1952, times `speed`. */
export function writeGateRates(
  v: number,
  m: number,
  h: number,
  n: number,
  speed: number,
  rates: Float64Array,
  place = 0,
): void {
  const bm = 4 * Math.exp(-v / 18);
  const bh = 1 / (Math.exp((30 - v) / 10) + 1);
  const bn = 0.125 * Math.exp(-v / 80);
  rates[place + 1] = speed * (ratio((25 - v) / 10) * (1 - m) - bm * m);
  rates[place + 2] = speed * (0.07 * Math.exp(-v / 20) * (1 - h) - bh * h);
  rates[place + 3] = speed * (0.1 * ratio((10 - v) / 10) * (1 - n) - bn * n);
}

/**
 * The gates m, h and n after a long stay at a displacement.
 *
 * Formula: x∞ = α/(α + β) with the rate constants of 1952. Units: mV from rest → fractions.
 * Range: −100 to 200 mV. Errors: RangeError outside it.
 * Source: Hodgkin & Huxley (1952), J. Physiol. 117, 500–544, equations 12–13, 20–21, 23–24.
 */
export function steadyGates(displacementMillivolts: number) {
  requireBetween(displacementMillivolts, -100, 200, 'displacementMillivolts');
  const v = displacementMillivolts;
  const opening = new Float64Array(4);
  const closing = new Float64Array(4);
  writeGateRates(v, 0, 0, 0, 1, opening);
  writeGateRates(v, 1, 1, 1, 1, closing);
  const steady = (gate: number) => opening[gate]! / (opening[gate]! - closing[gate]!);
  return { sodiumActivation: steady(1), sodiumInactivation: steady(2), potassiumActivation: steady(3) };
}

/**
 * How much faster the gates turn than at 6.3 °C.
 *
 * Formula: φ = 3^((T − 6.3)/10). Range: 0 to 30 °C; above it an axon's impulse fails and the model was never
 * fitted.
 * Errors: RangeError outside it. Source: Hodgkin & Huxley (1952), J. Physiol. 117, 500–544, Q₁₀ of 3.
 */
export function gateSpeed(temperatureCelsius: number): number {
  requireBetween(temperatureCelsius, 0, 30, 'temperatureCelsius');
  return 3 ** ((temperatureCelsius - squidAxon.temperatureCelsius) / 10);
}

/** The currents that the channels carry out of the cell, in µA/cm². */
export function ionicCurrents(v: number, m: number, h: number, n: number, conditions: AxonConditions = {}) {
  const { sodiumBlockFraction = 0, potassiumBlockFraction = 0 } = conditions;
  const sodium =
    squidAxon.sodiumConductance * (1 - sodiumBlockFraction) * m * m * m * h * (v - squidAxon.sodiumPotential);
  const potassium =
    squidAxon.potassiumConductance *
    (1 - potassiumBlockFraction) *
    n ** 4 *
    (v - squidAxon.potassiumPotential);
  const leak = squidAxon.leakConductance * (v - squidAxon.leakPotential);
  return { sodium, potassium, leak };
}

/** dV/dt and the gates' rates for a patch of membrane, with the applied current as a function of time. */
export function patchDerivatives(
  conditions: AxonConditions,
  appliedMicroampsPerCm2: (time: number) => number,
): Derivatives {
  const { sodiumBlockFraction = 0, potassiumBlockFraction = 0, temperatureCelsius = 6.3 } = conditions;
  requireBetween(sodiumBlockFraction, 0, 1, 'sodiumBlockFraction');
  requireBetween(potassiumBlockFraction, 0, 1, 'potassiumBlockFraction');
  const speed = gateSpeed(temperatureCelsius);
  const gNa = squidAxon.sodiumConductance * (1 - sodiumBlockFraction);
  const gK = squidAxon.potassiumConductance * (1 - potassiumBlockFraction);
  return (time, state, rates) => {
    const v = state[0]!;
    const m = state[1]!;
    const h = state[2]!;
    const n = state[3]!;
    const n2 = n * n;
    const ionic =
      gNa * m * m * m * h * (v - squidAxon.sodiumPotential) +
      gK * n2 * n2 * (v - squidAxon.potassiumPotential) +
      squidAxon.leakConductance * (v - squidAxon.leakPotential);
    rates[0] = (appliedMicroampsPerCm2(time) - ionic) / squidAxon.capacitance;
    writeGateRates(v, m, h, n, speed, rates);
  };
}

/**
 * The membrane action potential of a squid axon held at one voltage along its length.
 *
 * Formula: C dV/dt = I − ḡ_Na m³h(V − E_Na) − ḡ_K n⁴(V − E_K) − ḡ_L(V − E_L); dx/dt = φ(α(1 − x) − βx).
 * Shapes: pulses in any order, adding where they overlap; one point for each step.
 * Units: ms, mV from rest (depolarisation positive; add −65 for an absolute potential), µA/cm².
 * Range: V(0) −50 to 120 mV, pulses −100 to 200 µA/cm², 0 to 30 °C, up to 500 ms, steps up to 0.02 ms.
 * With a block, time 0 finds the gates at the unblocked rest and the voltage drifts, as when a drug has just
 * acted.
 * Leaves out the pump, calcium, accumulation of ions, and noise; a squid's axon is no heart.
 * Errors: RangeError outside the range.
 * Source: Hodgkin & Huxley (1952), J. Physiol. 117, 500–544.
 */
export function stimulateAxon(experiment: AxonExperiment): AxonRecord {
  const {
    displacementMillivolts = 0,
    pulses = [],
    durationMilliseconds,
    stepMilliseconds = 0.01,
  } = experiment;
  requireBetween(displacementMillivolts, -50, 120, 'displacementMillivolts');
  requirePositive(durationMilliseconds, 'durationMilliseconds');
  requireBetween(durationMilliseconds, 0, 500, 'durationMilliseconds');
  requirePositive(stepMilliseconds, 'stepMilliseconds');
  requireBetween(stepMilliseconds, 0, 0.02, 'stepMilliseconds');
  for (const pulse of pulses) {
    requireFinite(pulse.startMilliseconds, 'startMilliseconds');
    requirePositive(pulse.durationMilliseconds, 'pulse durationMilliseconds');
    requireBetween(pulse.microampsPerCm2, -100, 200, 'microampsPerCm2');
  }
  const appliedAt = (time: number) =>
    pulses
      .filter(
        (one) => time >= one.startMilliseconds && time < one.startMilliseconds + one.durationMilliseconds,
      )
      .reduce((sum, one) => sum + one.microampsPerCm2, 0);
  const rest = steadyGates(0);
  const { times, values } = solveBetweenJumps({
    jumps: pulses.flatMap((one) => [one.startMilliseconds, one.startMilliseconds + one.durationMilliseconds]),
    derivativesAt: (middle) => {
      const applied = appliedAt(middle);
      return patchDerivatives(experiment, () => applied);
    },
    initial: [
      displacementMillivolts,
      rest.sodiumActivation,
      rest.sodiumInactivation,
      rest.potassiumActivation,
    ],
    times: evenTimes(
      0,
      durationMilliseconds,
      Math.max(1, Math.round(durationMilliseconds / stepMilliseconds)) + 1,
    ),
    relativeTolerance: 1e-8,
    absoluteTolerance: 1e-8,
  });
  return {
    timesMilliseconds: times,
    displacementMillivolts: values[0]!,
    sodiumActivation: values[1]!,
    sodiumInactivation: values[2]!,
    potassiumActivation: values[3]!,
  };
}

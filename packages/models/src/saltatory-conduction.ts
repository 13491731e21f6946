import { solveBetweenJumps } from './dormand-prince.ts';
import {
  gateSpeed,
  ionicCurrents,
  squidAxon,
  steadyGates,
  writeGateRates,
  type AxonConditions,
} from './hodgkin-huxley.ts';
import { requireBetween, requireWhole } from './requirements.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

/** A teaching fibre: lengths in cm, areas in cm², conductances in mS, capacitances in µF. */
const fibre = {
  nodes: 16,
  internodeCm: 0.1,
  diameterCm: 10e-4,
  nodeLengthCm: 2e-4,
  axialOhmCm: 150,
  /** nodes hold channels this many times as densely as a squid's axon */
  channelDensity: 10,
  myelinCapacitancePerCm2: 0.005,
  bareCapacitancePerCm2: 1,
  myelinLeakPerCm2: 0.0005,
  bareLeakPerCm2: 0.3,
} as const;

const STIMULUS_MICROAMPS = 0.003;
const STIMULUS_MILLISECONDS = 0.1;
const POINTS_PER_MILLISECOND = 100;

export interface Fibre {
  /** sodium channels blocked, 0 to 1, at the nodes named; as a local anaesthetic does */
  blockedNodes?: { from: number; to: number; sodiumBlockFraction: number };
  /** myelin lost, 0 to 1, on the internodes named; internode k lies between nodes k and k + 1 */
  bareInternodes?: { from: number; to: number; lostFraction: number };
  /** 0 to 30; default 20 */
  temperatureCelsius?: number;
}

/** The rates of V, m, h and n of each node in turn, with a current into the first. */
export function fibreDerivatives(conditions: Fibre, appliedMicroamps = 0): Derivatives {
  const { blockedNodes, bareInternodes, temperatureCelsius = 20 } = conditions;
  const speed = gateSpeed(temperatureCelsius);
  const { nodes } = fibre;
  const axial = (1000 * Math.PI * (fibre.diameterCm / 2) ** 2) / (fibre.axialOhmCm * fibre.internodeCm);
  const nodeArea = Math.PI * fibre.diameterCm * fibre.nodeLengthCm;
  const internodeArea = Math.PI * fibre.diameterCm * fibre.internodeCm;
  const channels: AxonConditions[] = Array.from({ length: nodes }, () => ({}));
  if (blockedNodes) {
    requireWhole(blockedNodes.from, 1, nodes - 1, 'blockedNodes.from');
    requireWhole(blockedNodes.to, blockedNodes.from, nodes - 1, 'blockedNodes.to');
    const { sodiumBlockFraction } = blockedNodes;
    requireBetween(sodiumBlockFraction, 0, 1, 'sodiumBlockFraction');
    for (let k = blockedNodes.from; k <= blockedNodes.to; k++) channels[k] = { sodiumBlockFraction };
  }
  const lost = new Float64Array(nodes - 1);
  if (bareInternodes) {
    requireWhole(bareInternodes.from, 0, nodes - 2, 'bareInternodes.from');
    requireWhole(bareInternodes.to, bareInternodes.from, nodes - 2, 'bareInternodes.to');
    requireBetween(bareInternodes.lostFraction, 0, 1, 'lostFraction');
    lost.fill(bareInternodes.lostFraction, bareInternodes.from, bareInternodes.to + 1);
  }
  const mix = (covered: number, bare: number, part: number) => covered + (bare - covered) * part;
  // each internode's sheath is shared out between the nodes at its ends
  const capacitance = new Float64Array(nodes).fill(nodeArea * squidAxon.capacitance);
  const sheathLeak = new Float64Array(nodes);
  lost.forEach((part, k) => {
    for (const node of [k, k + 1]) {
      const area = internodeArea / 2;
      capacitance[node]! += area * mix(fibre.myelinCapacitancePerCm2, fibre.bareCapacitancePerCm2, part);
      sheathLeak[node]! += area * mix(fibre.myelinLeakPerCm2, fibre.bareLeakPerCm2, part);
    }
  });
  const open = nodeArea * fibre.channelDensity;
  return (_, state, rates) => {
    for (let k = 0; k < nodes; k++) {
      const place = 4 * k;
      const v = state[place]!;
      const m = state[place + 1]!;
      const h = state[place + 2]!;
      const n = state[place + 3]!;
      const { sodium, potassium, leak } = ionicCurrents(v, m, h, n, channels[k]);
      let current = -open * (sodium + potassium + leak) - sheathLeak[k]! * v;
      if (k > 0) current += axial * (state[place - 4]! - v);
      if (k < nodes - 1) current += axial * (state[place + 4]! - v);
      if (k === 0) current += appliedMicroamps;
      rates[place] = current / capacitance[k]!;
      writeGateRates(v, m, h, n, speed, rates, place);
    }
  };
}

/**
 * An impulse that leaps along a myelinated fibre of sixteen nodes, and where it slows or stops.
 *
 * Formula: C_k dV_k/dt = g(V_{k−1} − 2V_k + V_{k+1}) − I_ion, the Hodgkin–Huxley membrane at each node, an internode's
 * resistance inside and its sheath's capacitance and leak lumped at its ends.
 * Shapes: `displacementMillivolts[node]` over time; arrivals one a node, undefined where the impulse never comes.
 * Units: ms, mV from rest; velocity m/s between nodes 3 and 12, undefined where the impulse does not pass.
 * Range: blocks at nodes 1 to 15, bare internodes 0 to 14, 0 to 30 °C.
 * Leaves out the internode's own course of voltage, channels that spread after myelin is lost, and mammal's channels:
 * the nodes hold squid channels ten times as densely, a teaching value.
 * Errors: RangeError outside the range.
 * Source: Fitzhugh (1962), Biophys. J. 2, 11–21, whose scheme this follows; membrane of Hodgkin & Huxley (1952);
 * conduction after loss of myelin as in Koles & Rasminsky (1972), J. Physiol. 227, 351–364.
 */
export function conductImpulse(conditions: Fibre = {}, durationMilliseconds = 4) {
  requireBetween(durationMilliseconds, 1, 20, 'durationMilliseconds');
  const { nodes } = fibre;
  const rest = steadyGates(0);
  const one = [0, rest.sodiumActivation, rest.sodiumInactivation, rest.potassiumActivation];
  const { times, values } = solveBetweenJumps({
    jumps: [STIMULUS_MILLISECONDS],
    derivativesAt: (middle) =>
      fibreDerivatives(conditions, middle < STIMULUS_MILLISECONDS ? STIMULUS_MICROAMPS : 0),
    initial: Array.from({ length: nodes }, () => one).flat(),
    times: evenTimes(0, durationMilliseconds, Math.round(POINTS_PER_MILLISECOND * durationMilliseconds) + 1),
    relativeTolerance: 1e-8,
    absoluteTolerance: 1e-8,
  });
  const displacementMillivolts = Array.from({ length: nodes }, (_, k) => values[4 * k]!);
  const arrivalMilliseconds = displacementMillivolts.map((v) => {
    const k = v.findIndex((value) => value >= 50);
    if (k < 1) return undefined;
    const part = (50 - v[k - 1]!) / (v[k]! - v[k - 1]!);
    return times[k - 1]! + part * (times[k]! - times[k - 1]!);
  });
  const [early, late] = [arrivalMilliseconds[3], arrivalMilliseconds[12]];
  const metresPerSecond =
    early !== undefined && late !== undefined ? (9 * fibre.internodeCm * 10) / (late - early) : undefined;
  return { timesMilliseconds: times, displacementMillivolts, arrivalMilliseconds, metresPerSecond };
}

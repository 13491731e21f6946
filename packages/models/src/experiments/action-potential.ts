import { findSecondImpulseCurrent, readActionPotential } from '../action-potential.ts';
import { stimulateAxon, type AxonConditions, type CurrentPulse } from '../hodgkin-huxley.ts';
import { conductImpulse } from '../saltatory-conduction.ts';
import { dial, experiment, lineOf } from './experiment.ts';

/** The squid's rest, on which the model's displacements stand. */
const restMillivolts = -65;
const stepMilliseconds = 0.02;

const record = (conditions: AxonConditions, pulses: CurrentPulse[], durationMilliseconds: number) => {
  const run = stimulateAxon({ ...conditions, pulses, durationMilliseconds, stepMilliseconds });
  const read = readActionPotential(run);
  return {
    ...read,
    voltage: lineOf(
      run.timesMilliseconds,
      run.displacementMillivolts.map((v) => v + restMillivolts),
    ),
    run,
  };
};

/** One patch of squid axon, a current that is short or lasts, and channels blocked. */
export const patchExperiment = experiment(
  {
    current: dial(0, 60, 1, 15),
    sodiumBlock: dial(0, 100, 5, 0),
    potassiumBlock: dial(0, 100, 5, 0),
    temperature: dial(0, 30, 1, 6),
    duration: dial(0.5, 12.5, 0.5, 0.5),
  },
  ({ current, sodiumBlock, potassiumBlock, temperature, duration }) => {
    const conditions = {
      sodiumBlockFraction: sodiumBlock / 100,
      potassiumBlockFraction: potassiumBlock / 100,
      temperatureCelsius: temperature,
    };
    const pulse = { startMilliseconds: 1, durationMilliseconds: duration, microampsPerCm2: current };
    const { voltage, run, peakMillivolts, troughMillivolts, impulseMilliseconds } = record(
      conditions,
      [pulse],
      14,
    );
    const open = run.timesMilliseconds.map(
      (_, k) => 120 * (1 - sodiumBlock / 100) * run.sodiumActivation[k]! ** 3 * run.sodiumInactivation[k]!,
    );
    const out = run.timesMilliseconds.map(
      (_, k) => 36 * (1 - potassiumBlock / 100) * run.potassiumActivation[k]! ** 4,
    );
    return {
      readings: {
        peakMillivolts: peakMillivolts + restMillivolts,
        troughMillivolts: troughMillivolts + restMillivolts,
        impulses: impulseMilliseconds.length,
        sodiumPeak: Math.max(...open),
        potassiumPeak: Math.max(...out),
      },
      traces: {
        voltage,
        sodium: lineOf(run.timesMilliseconds, open),
        potassium: lineOf(run.timesMilliseconds, out),
      },
    };
  },
);

/** Two pulses, the second soon after the first. */
export const refractoryExperiment = experiment(
  {
    delay: dial(2, 25, 0.5, 10),
    current: dial(0, 200, 5, 40),
    temperature: dial(0, 30, 1, 6),
  },
  ({ delay, current, temperature }) => {
    const conditions = { temperatureCelsius: temperature };
    const first = { startMilliseconds: 0, durationMilliseconds: 0.5, microampsPerCm2: 40 };
    const second = { startMilliseconds: delay, durationMilliseconds: 0.5, microampsPerCm2: current };
    const { voltage, impulseMilliseconds } = record(conditions, [first, second], 36);
    const alone = record(conditions, [first], 20).impulseMilliseconds.length > 0;
    const weakest = alone ? findSecondImpulseCurrent(delay, conditions) : undefined;
    return {
      readings: {
        impulses: impulseMilliseconds.length,
        weakestMicroamps: weakest,
        temperatureCelsius: temperature,
      },
      traces: { voltage },
    };
  },
);

/** An impulse along a myelinated fibre, with nodes blocked or myelin lost in its middle. */
export const fibreExperiment = experiment(
  {
    myelinLost: dial(0, 20, 1, 0),
    nodeBlock: dial(0, 100, 5, 0),
    temperature: dial(0, 30, 1, 20),
  },
  ({ myelinLost, nodeBlock, temperature }) => {
    const course = conductImpulse(
      {
        temperatureCelsius: temperature,
        ...(nodeBlock > 0 && { blockedNodes: { from: 6, to: 9, sodiumBlockFraction: nodeBlock / 100 } }),
        ...(myelinLost > 0 && { bareInternodes: { from: 6, to: 9, lostFraction: myelinLost / 100 } }),
      },
      6,
    );
    const arrivals = course.arrivalMilliseconds;
    // an impulse may leap over nodes that are blocked
    const reached = arrivals.findLastIndex((arrival) => arrival !== undefined) + 1;
    const stride = Math.ceil(course.timesMilliseconds.length / 60);
    return {
      readings: {
        metresPerSecond: course.metresPerSecond,
        nodesReached: reached,
        lastArrivalMilliseconds: arrivals.at(-1),
      },
      traces: {
        arrivals: arrivals.flatMap((arrival, node): [number, number][] =>
          arrival === undefined ? [] : [[node + 1, arrival]],
        ),
        /** Each node's displacement over its greatest, in 60 moments. */
        moments: course.displacementMillivolts.map((v) =>
          Array.from({ length: 60 }, (_, k) =>
            Math.round(Math.max(0, v[Math.min(k * stride, v.length - 1)]!)),
          ),
        ),
      },
    };
  },
);

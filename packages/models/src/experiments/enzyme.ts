import { apparentEnzyme, fitMichaelisMenten, reactionRate, type Inhibition } from '../michaelis-menten.ts';
import { choice, curve, dial, experiment } from './experiment.ts';

const enzyme = { maximalRate: 100, michaelisConstant: 10 };

/** An enzyme with an inhibitor of each kind; the inhibitor in multiples of its own constant. */
export const inhibitionExperiment = experiment(
  {
    inhibitor: dial(0, 40, 0.5, 0),
    substrate: dial(0, 100, 1, 25),
    kind: choice(['competitive', 'non-competitive', 'uncompetitive'], 'competitive'),
  },
  ({ inhibitor, substrate, kind }) => {
    const inhibition: Inhibition = { kind, concentration: inhibitor, inhibitionConstant: 1 };
    const apparent = apparentEnzyme(enzyme, inhibition);
    const at = (one: number) => reactionRate(enzyme, one, inhibition);
    return {
      readings: {
        ratePercent: at(substrate),
        maximalPercent: apparent.maximalRate,
        michaelisMmolPerL: apparent.michaelisConstant,
        heldBackPercent: substrate > 0 ? 100 * (1 - at(substrate) / reactionRate(enzyme, substrate)) : 0,
      },
      traces: {
        rate: curve(0, 100, 100, at),
        // 1/v over 1/S is a line: two points draw it
        reciprocal: [
          [-0.12, (1 / apparent.maximalRate) * (1 - 0.12 * apparent.michaelisConstant)],
          [0.4, (1 / apparent.maximalRate) * (1 + 0.4 * apparent.michaelisConstant)],
        ] as [number, number][],
      },
    };
  },
);

export interface MeasuredPoint {
  substrate: number;
  rate: number;
}

/** `0.02~76_0.06~97`: substrate and rate of each point. */
export const readPoints = (text: string): MeasuredPoint[] =>
  text
    .split('_')
    .filter(Boolean)
    .map((pair) => {
      const [substrate = Number.NaN, rate = Number.NaN] = pair.split('~').map(Number);
      return { substrate, rate };
    });

export const writePoints = (points: readonly MeasuredPoint[]): string =>
  points.map(({ substrate, rate }) => `${substrate}~${rate}`).join('_');

export const mostPoints = 12;

/** Measured points that a student adds, and the enzyme that fits them best. */
export const fitExperiment = experiment(
  {
    points: {
      kind: 'sketch',
      start:
        '0.02~76_0.02~47_0.06~97_0.06~107_0.11~123_0.11~139_0.22~159_0.22~152_0.56~191_0.56~201_1.1~207_1.1~200',
      fault: (text: string) => {
        const points = readPoints(text);
        if (points.length > mostPoints) return `more than ${mostPoints} points`;
        const sound = points.every(
          ({ substrate, rate }) => substrate > 0 && substrate <= 2 && rate >= 0 && rate <= 400,
        );
        return sound ? undefined : 'a point is outside the chart';
      },
    },
  },
  ({ points: text }) => {
    const points = readPoints(text);
    let fit: ReturnType<typeof fitMichaelisMenten> | undefined;
    try {
      fit = fitMichaelisMenten(points);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const { maximalRate, michaelisConstant } = fit ?? {};
    return {
      readings: {
        michaelisPpm: michaelisConstant,
        michaelisError: fit?.michaelisConstantStandardError,
        maximalRate,
        maximalError: fit?.maximalRateStandardError,
        points: points.length,
      },
      traces: {
        points,
        curve: fit ? curve(0, 1.2, 60, (substrate) => reactionRate(fit, substrate)) : [],
      },
    };
  },
);

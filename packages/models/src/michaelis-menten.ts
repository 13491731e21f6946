import { levenbergMarquardt } from './levenberg-marquardt.ts';
import { requireFinite, requireNotNegative, requirePositive } from './requirements.ts';

export interface Enzyme {
  /** any rate; the answer is in the same unit */
  maximalRate: number;
  /** the substrate at which the rate is half of the maximal; any concentration unit, the same throughout */
  michaelisConstant: number;
}

export interface Inhibition {
  kind: 'competitive' | 'non-competitive' | 'uncompetitive';
  concentration: number;
  /** the concentration that doubles the effect's term, in the inhibitor's unit */
  inhibitionConstant: number;
}

/**
 * What an inhibitor makes of an enzyme's constants, as an experimenter would measure them.
 *
 * Formula, with a = 1 + I/K_I: competitive V, aK; non-competitive V/a, K; uncompetitive V/a, K/a.
 * Units: those given. Range: constants above 0, inhibitor from 0. Non-competitive means pure: it binds enzyme
 * and complex alike. Errors: RangeError outside it.
 * Source: Cornish-Bowden, Fundamentals of Enzyme Kinetics, reversible inhibition.
 */
export function apparentEnzyme(enzyme: Enzyme, inhibition?: Inhibition): Enzyme {
  requirePositive(enzyme.maximalRate, 'maximalRate');
  requirePositive(enzyme.michaelisConstant, 'michaelisConstant');
  if (!inhibition) return { ...enzyme };
  requireNotNegative(inhibition.concentration, 'inhibitor concentration');
  requirePositive(inhibition.inhibitionConstant, 'inhibitionConstant');
  const a = 1 + inhibition.concentration / inhibition.inhibitionConstant;
  const { maximalRate, michaelisConstant } = enzyme;
  switch (inhibition.kind) {
    case 'competitive':
      return { maximalRate, michaelisConstant: a * michaelisConstant };
    case 'non-competitive':
      return { maximalRate: maximalRate / a, michaelisConstant };
    case 'uncompetitive':
      return { maximalRate: maximalRate / a, michaelisConstant: michaelisConstant / a };
    default:
      throw new RangeError(`unknown inhibition: ${String(inhibition.kind)}`);
  }
}

/**
 * The initial rate of a reaction that an enzyme speeds.
 *
 * Formula: v = V·S/(K + S), with the apparent constants under an inhibitor.
 * Units: those of the maximal rate. Range: substrate from 0. Leaves out product, cooperativity, tight
 * binding.
 * Errors: RangeError outside it. Source: Michaelis & Menten (1913), Biochem. Z. 49, 333–369.
 */
export function reactionRate(enzyme: Enzyme, substrate: number, inhibition?: Inhibition): number {
  requireNotNegative(substrate, 'substrate');
  const { maximalRate, michaelisConstant } = apparentEnzyme(enzyme, inhibition);
  return (maximalRate * substrate) / (michaelisConstant + substrate);
}

export interface RatePoint {
  substrate: number;
  rate: number;
}

/**
 * The enzyme that fits measured rates best, by least squares on the rates themselves.
 *
 * Method: starting values from S/v against S (Hanes), then damped Gauss–Newton. Standard errors are the usual
 * linear approximation. Shapes: at least three points, two or more distinct substrates above 0.
 * Units: those of the points. Errors: RangeError for too few points, or points that no such curve fits, such
 * as rates that keep rising in proportion (K beyond 50 times the highest substrate), or that fall.
 * Source: Bates & Watts (1988), Nonlinear Regression Analysis and Its Applications, whose Puromycin data are
 * a test.
 */
export function fitMichaelisMenten(points: readonly RatePoint[]) {
  points.forEach(({ substrate, rate }, k) => {
    requireNotNegative(substrate, `points[${k}].substrate`);
    requireFinite(rate, `points[${k}].rate`);
  });
  const distinct = new Set(points.filter((point) => point.substrate > 0).map((point) => point.substrate));
  if (points.length < 3 || distinct.size < 2) {
    throw new RangeError('a fit needs three points with two different substrates above 0');
  }
  const highest = Math.max(...points.map((point) => point.rate));
  if (!(highest > 0)) throw new RangeError('a fit needs a rate above 0');
  const usable = points.filter((point) => point.substrate > 0 && point.rate > 0);
  const meanOf = (value: (point: RatePoint) => number) =>
    usable.reduce((sum, point) => sum + value(point), 0) / usable.length;
  const meanS = meanOf((point) => point.substrate);
  const meanRatio = meanOf((point) => point.substrate / point.rate);
  const slope =
    meanOf((point) => (point.substrate - meanS) * (point.substrate / point.rate - meanRatio)) /
    meanOf((point) => (point.substrate - meanS) ** 2);
  const hanes = { maximalRate: 1 / slope, michaelisConstant: meanRatio / slope - meanS };
  const sound =
    hanes.maximalRate > 0 && hanes.michaelisConstant > 0 && Number.isFinite(hanes.michaelisConstant);
  const start = sound ? [hanes.maximalRate, hanes.michaelisConstant] : [highest, meanS];
  const largest = Math.max(...distinct);

  const fit = levenbergMarquardt(
    (parameters, values, slopes) => {
      const v = parameters[0]!;
      const k = parameters[1]!;
      points.forEach(({ substrate }, i) => {
        values[i] = (v * substrate) / (k + substrate);
        slopes[2 * i] = substrate / (k + substrate);
        slopes[2 * i + 1] = (-v * substrate) / (k + substrate) ** 2;
      });
    },
    points.map((point) => point.rate),
    start,
    (parameters) => parameters[0]! > 0 && parameters[1]! > 0 && parameters[1]! < 1e4 * largest,
  );
  const michaelisConstant = fit.parameters[1]!;
  if (michaelisConstant > 50 * largest) {
    throw new RangeError('the rates rise in proportion to the substrate: higher substrates are needed');
  }
  return {
    maximalRate: fit.parameters[0]!,
    michaelisConstant,
    maximalRateStandardError: fit.standardErrors[0]!,
    michaelisConstantStandardError: fit.standardErrors[1]!,
    residualSumOfSquares: fit.residualSumOfSquares,
  };
}

import { acceleratedEm } from './accelerated-em.ts';
import { log, logistic } from './deterministic-math.ts';
import { requireGuessing, type ItemParameters } from './item-parameters.ts';
import { expectedCounts, type ExpectedCounts, type SlopeIntercept } from './marginal-likelihood.ts';
import { gridSize, normalGrid, type Grid } from './normal-grid.ts';
import { observedInformation } from './observed-information.ts';
import { requireNumber, requirePositive, requireSameLength } from './requirements.ts';
import type { ResponseMatrix } from './response-matrix.ts';
import { responsePatterns, type ResponsePatterns } from './response-patterns.ts';
import { invertPositiveDefinite } from './symmetric-matrix.ts';

/** log a ~ N(logMean, logSd²). */
export interface DiscriminationPrior {
  logMean: number;
  logSd: number;
}

export interface FitOptions {
  /** fixed lower asymptote of every item, or of each; 0 unless told */
  guessing?: number | readonly number[];
  /** largest step of a parameter at convergence; 1e-6 unless told */
  tolerance?: number;
  /** 2,000 E steps unless told */
  maxIterations?: number;
  /** points of the quadrature on ±6; 41 to 81 by the number of items unless told */
  points?: number;
}

export interface FittedItem extends ItemParameters {
  /** standard error of the difficulty */
  se: number;
  /** standard error of the discrimination */
  seDiscrimination: number;
}

export interface FittedModel {
  items: FittedItem[];
  /** marginal log-likelihood, without the prior */
  logLikelihood: number;
  /** E steps */
  iterations: number;
  converged: true;
  /** people who answered anything */
  people: number;
}

/** The prior on discrimination unless another is given. */
export const weakPrior: DiscriminationPrior = { logMean: 0, logSd: 0.5 };

/** The lower asymptotes, one an item. */
export function guessingOf(guessing: number | readonly number[], items: number): Float64Array {
  const values = new Float64Array(items);
  if (Array.isArray(guessing)) {
    requireSameLength(guessing, values, 'guessing and items');
    guessing.forEach((c: number, j) => requireGuessing(c, `guessing of item ${j}`));
    values.set(guessing);
  } else {
    requireGuessing(guessing as number, 'guessing');
    values.fill(guessing as number);
  }
  return values;
}

/** Intercepts that make the share right come out at θ = 0. */
export function startingIntercepts(data: ResponsePatterns, guessing: Float64Array): Float64Array {
  return data.right.map((right, j) => {
    const c = guessing[j]!;
    const share = Math.min(Math.max((right / data.answered[j]! - c) / (1 - c), 0.02), 0.98);
    return 1.15 * log(share / (1 - share));
  });
}

/**
 * Two-parameter logistic model by marginal maximum likelihood.
 *
 * Formula: P = c + (1 − c)/(1 + e^{−a(θ − b)}), θ ~ N(0, 1); EM of Bock & Aitkin on an even grid,
 * accelerated; standard errors from the observed information of the marginal likelihood. The prior
 * on discrimination, on unless `prior: false`, is log a ~ N(0, .5²) and makes it a marginal
 * posterior mode; c is fixed, never estimated.
 * Shapes: person × item matrix of 0, 1 and `null` for missing at random; an item needs 100 answers.
 * Units: b in standard deviations of the people fitted, a per unit of θ. Without a prior a may come
 * out negative for a wrong key.
 * Range: |a| below 20, standard errors above 0, log-likelihood below 0.
 * Errors: RangeError if empty, under 100 answers to an item, an item all right or all wrong, values
 * other than 0, 1 and null, or not converged (an item without a maximum, or a singular information).
 * Source: Bock & Aitkin (1981), Psychometrika 46; Louis (1982); Mislevy (1986) for the prior.
 */
export function fit2pl(
  matrix: ResponseMatrix,
  options: FitOptions & { prior?: boolean | DiscriminationPrior } = {},
): FittedModel {
  const { tolerance = 1e-6, maxIterations = 2000 } = options;
  const data = responsePatterns(matrix);
  const prior =
    options.prior === false ? undefined : typeof options.prior === 'object' ? options.prior : weakPrior;
  if (prior) {
    requireNumber(prior.logMean, 'logMean of the prior');
    requirePositive(prior.logSd, 'logSd of the prior');
  }
  const { guessing: asymptotes = 0, points = gridSize(data.items) } = options;
  const guessing = guessingOf(asymptotes, data.items);
  const grid = normalGrid(points);
  const start = new Float64Array(2 * data.items);
  start.fill(1, 0, data.items);
  start.set(startingIntercepts(data, guessing), data.items);

  const asParameters = (x: Float64Array): SlopeIntercept => ({
    slopes: x.subarray(0, data.items),
    intercepts: x.subarray(data.items),
    guessing,
  });
  const logPrior = (slopes: Float64Array): number => {
    if (!prior) return 0;
    let sum = 0;
    for (const a of slopes) sum -= 0.5 * ((log(a) - prior.logMean) / prior.logSd) ** 2;
    return sum;
  };
  const { solution, iterations } = acceleratedEm(
    start,
    (x) => {
      const parameters = asParameters(x);
      const counts = expectedCounts(data, parameters, grid);
      const next = x.slice();
      for (let j = 0; j < data.items; j++)
        maximiseItem(next, j, data.items, counts, guessing[j]!, grid, prior);
      return { next, objective: counts.logLikelihood + logPrior(parameters.slopes) };
    },
    (x) => {
      const { slopes, intercepts } = asParameters(x);
      return (
        slopes.every((a) => Math.abs(a) < 20 && (!prior || a > 0.01)) &&
        intercepts.every((d) => Math.abs(d) < 50)
      );
    },
    { tolerance, maxIterations },
  );

  const parameters = asParameters(solution);
  const counts = expectedCounts(data, parameters, grid);
  const information = observedInformation(data, parameters, counts, grid);
  const width = 2 * data.items;
  if (prior) {
    parameters.slopes.forEach((a, j) => {
      information[2 * j * width + 2 * j]! +=
        (1 - (log(a) - prior.logMean)) / (a * a * prior.logSd * prior.logSd);
    });
  }
  const covariance = invertPositiveDefinite(information, width);
  return {
    items: Array.from(parameters.slopes, (a, j) => {
      const d = parameters.intercepts[j]!;
      const at = 2 * j;
      return fittedItem(a, d, guessing[j]!, {
        slope: covariance[at * width + at]!,
        both: covariance[at * width + at + 1]!,
        intercept: covariance[(at + 1) * width + at + 1]!,
      });
    }),
    logLikelihood: counts.logLikelihood,
    iterations,
    converged: true,
    people: data.people,
  };
}

/** b = −d/a, with its standard error by the delta method. */
export function fittedItem(
  slope: number,
  intercept: number,
  guessing: number,
  variance: { slope: number; both: number; intercept: number },
): FittedItem {
  if (Math.abs(slope) < 1e-6 || Math.abs(slope) > 19.9) {
    throw new RangeError(`not converged: a discrimination of ${slope}`);
  }
  const b = -intercept / slope;
  const ofDifficulty =
    (b * b * variance.slope + 2 * b * variance.both + variance.intercept) / (slope * slope);
  return {
    difficulty: b,
    discrimination: slope,
    ...(guessing > 0 && { guessing }),
    se: Math.sqrt(ofDifficulty),
    seDiscrimination: Math.sqrt(variance.slope),
  };
}

/** The M step of one item: a weighted logistic regression on the grid, by Fisher scoring. */
function maximiseItem(
  x: Float64Array,
  j: number,
  items: number,
  { answered, right }: ExpectedCounts,
  c: number,
  { points }: Grid,
  prior: DiscriminationPrior | undefined,
): void {
  const size = points.length;
  let a = x[j]!;
  let d = x[items + j]!;
  for (let iteration = 0; iteration < 12; iteration++) {
    let ga = 0;
    let gd = 0;
    let aa = 0;
    let ad = 0;
    let dd = 0;
    for (let q = 0; q < size; q++) {
      const at = j * size + q;
      const people = answered[at]!;
      const theta = points[q]!;
      const known = logistic(a * theta + d);
      const p = c + (1 - c) * known;
      const scoreWeight = c > 0 ? known / p : 1;
      const residual = (right[at]! - people * p) * scoreWeight;
      const weight = people * (1 - c) * known * (1 - known) * scoreWeight;
      gd += residual;
      ga += residual * theta;
      dd += weight;
      ad += weight * theta;
      aa += weight * theta * theta;
    }
    if (prior) {
      const precision = 1 / (a * a * prior.logSd * prior.logSd);
      ga -= (log(a) - prior.logMean) * a * precision;
      aa += precision;
    }
    const determinant = aa * dd - ad * ad;
    if (!(determinant > 0)) throw new RangeError(`not converged: item ${j} has no maximum`);
    let stepA = (dd * ga - ad * gd) / determinant;
    let stepD = (aa * gd - ad * ga) / determinant;
    const shrink = Math.min(
      1,
      2 / Math.max(Math.abs(stepA), 1e-300),
      3 / Math.max(Math.abs(stepD), 1e-300),
      prior && stepA < 0 ? (0.8 * a) / -stepA : 1,
    );
    stepA *= shrink;
    stepD *= shrink;
    a += stepA;
    d += stepD;
    if (Math.abs(stepA) < 1e-9 && Math.abs(stepD) < 1e-9) break;
  }
  x[j] = a;
  x[items + j] = d;
}

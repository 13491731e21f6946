import { exp, log, logOnePlusExp, logistic } from './deterministic-math.ts';
import { requireItems, testInformation, type ItemParameters } from './item-parameters.ts';
import { gridSize, normalGrid, type Grid } from './normal-grid.ts';
import { finite, requireCount, requireNumber, requirePositive, requireSameLength } from './requirements.ts';

/** A person's place on θ, and how sure it is. */
export interface AbilityEstimate {
  theta: number;
  sd: number;
}

/** Where people are expected before they answer. */
export interface AbilityPrior {
  mean?: number;
  sd?: number;
}

interface Answered {
  x: 0 | 1;
  item: ItemParameters;
}

function answeredItems(responses: readonly (number | null)[], items: readonly ItemParameters[]): Answered[] {
  requireItems(items);
  requireSameLength(responses, items, 'responses and items');
  const answered: Answered[] = [];
  responses.forEach((x, j) => {
    if (x === null) return;
    if (x !== 0 && x !== 1) throw new RangeError(`response ${j} must be 0, 1 or null: ${x}`);
    answered.push({ x, item: items[j]! });
  });
  requireCount(answered.length, 1, 'answers');
  return answered;
}

function requirePrior({ mean = 0, sd = 1 }: AbilityPrior): { mean: number; sd: number } {
  requireNumber(mean, 'prior mean');
  requirePositive(sd, 'prior sd');
  return { mean, sd };
}

function logLikelihood(theta: number, answered: readonly Answered[]): number {
  let sum = 0;
  for (const { x, item } of answered) {
    const { difficulty, discrimination, guessing = 0 } = item;
    const eta = discrimination * (theta - difficulty);
    if (x === 0) sum += (guessing > 0 ? log(1 - guessing) : 0) - logOnePlusExp(eta);
    else if (guessing > 0) sum += log(guessing + (1 - guessing) * logistic(eta));
    else sum -= logOnePlusExp(-eta);
  }
  return sum;
}

/** Slope of the log-likelihood, Σ a(x − P)·L/P. */
function score(theta: number, answered: readonly Answered[]): number {
  let sum = 0;
  for (const { x, item } of answered) {
    const { difficulty, discrimination, guessing = 0 } = item;
    const right = logistic(discrimination * (theta - difficulty));
    const p = guessing + (1 - guessing) * right;
    sum += discrimination * (x - p) * (guessing > 0 ? right / p : 1);
  }
  return sum;
}

/**
 * The highest point of a curve on [low, high]: an even search, then bisection of its slope.
 * Errors: RangeError if the highest point lies at an end.
 */
function highest(
  value: (theta: number) => number,
  slope: (theta: number) => number,
  low: number,
  high: number,
): number {
  const steps = 64;
  const step = (high - low) / steps;
  let best = 0;
  let bestValue = -Infinity;
  for (let i = 0; i <= steps; i++) {
    const here = value(low + i * step);
    if (here > bestValue) {
      best = i;
      bestValue = here;
    }
  }
  if (best === 0 || best === steps) {
    throw new RangeError('not converged: the estimate has no maximum in range');
  }
  let left = low + (best - 1) * step;
  let right = low + (best + 1) * step;
  for (let i = 0; i < 60 && right - left > 1e-12; i++) {
    const middle = (left + right) / 2;
    if (slope(middle) > 0) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}

/**
 * Expected a posteriori ability: the mean of where the person may be, with its standard deviation.
 *
 * Formula: ∫θ L(θ)φ(θ)dθ/∫L(θ)φ(θ)dθ on an even grid of ±8 prior standard deviations.
 * Shapes: one response, 0, 1 or `null`, for each item. Units: θ. For reports; it shrinks towards
 * the prior, the more the fewer items were met, so rank people only where all met the same items.
 * Range: any θ within eight prior standard deviations; sd up to about the prior's.
 * Errors: RangeError if nothing was answered, a response is none, parameters are not finite, or the
 * prior has no spread.
 * Source: Bock & Mislevy (1982), Applied Psychological Measurement 6.
 */
export function scoreEap(
  responses: readonly (number | null)[],
  items: readonly ItemParameters[],
  prior: AbilityPrior = {},
): AbilityEstimate {
  const answered = answeredItems(responses, items);
  const { mean, sd } = requirePrior(prior);
  return eapOn(normalGrid(2 * gridSize(items.length) - 1, mean, sd, 8), (theta) =>
    logLikelihood(theta, answered),
  );
}

function eapOn({ points, weights }: Grid, logLikelihoodAt: (theta: number) => number): AbilityEstimate {
  const logs = points.map(logLikelihoodAt);
  let largest = -Infinity;
  for (const value of logs) if (value > largest) largest = value;
  let total = 0;
  let first = 0;
  for (let q = 0; q < points.length; q++) {
    const mass = weights[q]! * exp(logs[q]! - largest);
    total += mass;
    first += mass * points[q]!;
  }
  const theta = first / total;
  let second = 0;
  for (let q = 0; q < points.length; q++) {
    second += weights[q]! * exp(logs[q]! - largest) * (points[q]! - theta) ** 2;
  }
  return finite({ theta, sd: Math.sqrt(second / total) });
}

/**
 * Maximum a posteriori ability: the likeliest place, with 1/√ of the posterior's curvature there.
 *
 * Formula: the root of Σ a(x − P)·L/P − (θ − μ)/σ²; SE = 1/√(I(θ) + 1/σ²).
 * Shapes, units and errors as `scoreEap`. Source: Samejima (1969); Birnbaum (1969).
 * Range: any θ within ten prior standard deviations; sd above 0.
 */
export function scoreMap(
  responses: readonly (number | null)[],
  items: readonly ItemParameters[],
  prior: AbilityPrior = {},
): AbilityEstimate {
  const answered = answeredItems(responses, items);
  const { mean, sd } = requirePrior(prior);
  const theta = highest(
    (at) => logLikelihood(at, answered) - 0.5 * ((at - mean) / sd) ** 2,
    (at) => score(at, answered) - (at - mean) / (sd * sd),
    mean - 10 * sd,
    mean + 10 * sd,
  );
  const information = testInformation(
    theta,
    answered.map(({ item }) => item),
  );
  return finite({ theta, sd: 1 / Math.sqrt(information + 1 / (sd * sd)) });
}

/**
 * Warm's weighted likelihood ability, nearly unbiased, finite for all right and all wrong too.
 *
 * Formula: the maximum of log L + ½ log I(θ); SE = 1/√I(θ). For ranking people who met different
 * items or omitted some, since it does not shrink.
 * Shapes and units as `scoreEap`; searched within 20 of the difficulties' range, in units of 1/a.
 * Errors: RangeError as there, and where no maximum lies in that range.
 * Source: Warm (1989), Psychometrika 54.
 */
export function scoreWle(
  responses: readonly (number | null)[],
  items: readonly ItemParameters[],
): AbilityEstimate {
  const answered = answeredItems(responses, items);
  const met = answered.map(({ item }) => item);
  const reach = 20 / Math.min(...met.map(({ discrimination }) => Math.abs(discrimination)), 4);
  const difficulties = met.map(({ difficulty }) => difficulty);
  const weighted = (theta: number): number => {
    const information = testInformation(theta, met);
    return information > 0 ? logLikelihood(theta, answered) + 0.5 * log(information) : -Infinity;
  };
  const theta = highest(
    weighted,
    (at) => score(at, answered) + informationSlope(at, met),
    Math.min(...difficulties) - reach,
    Math.max(...difficulties) + reach,
  );
  return finite({ theta, sd: 1 / Math.sqrt(testInformation(theta, met)) });
}

/** Slope of ½ log I(θ). */
function informationSlope(theta: number, items: readonly ItemParameters[]): number {
  let slope = 0;
  for (const { difficulty, discrimination: a, guessing: c = 0 } of items) {
    const right = logistic(a * (theta - difficulty));
    const wrong = logistic(-a * (theta - difficulty));
    const p = c + (1 - c) * right;
    if (!(p > 0)) continue;
    const information = (a * a * (1 - c) * right * right * wrong) / p;
    slope += information * a * (2 * wrong - right - ((1 - c) * right * wrong) / p);
  }
  return slope / (2 * testInformation(theta, items));
}

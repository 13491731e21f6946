import { acceleratedEm } from './accelerated-em.ts';
import { logistic } from './deterministic-math.ts';
import { fittedItem, guessingOf, startingIntercepts, type FitOptions, type FittedModel } from './fit-2pl.ts';
import { expectedCounts, type ExpectedCounts, type SlopeIntercept } from './marginal-likelihood.ts';
import { gridSize, normalGrid, type Grid } from './normal-grid.ts';
import { observedInformation } from './observed-information.ts';
import type { ResponseMatrix } from './response-matrix.ts';
import { responsePatterns } from './response-patterns.ts';
import { invertPositiveDefinite } from './symmetric-matrix.ts';

/**
 * Rasch model by marginal maximum likelihood: one discrimination common to all items.
 *
 * Formula: P = c + (1 − c)/(1 + e^{−a(θ − b)}), θ ~ N(0, 1) and a common a; EM on an even grid,
 * accelerated; standard errors from the observed information of the marginal likelihood.
 * Shapes: person × item matrix of 0, 1 and `null` for missing at random; an item needs 100 answers.
 * Units: b in standard deviations of the people fitted; a·b are Rasch's logits.
 * Range: |a| below 20, standard errors above 0, log-likelihood below 0.
 * Errors: RangeError if empty, under two items, under 100 answers to an item, an item all right or
 * all wrong, values other than 0, 1 and null, or not converged.
 * Source: Thissen (1982), Psychometrika 47; Bock & Aitkin (1981); Louis (1982).
 */
export function fitRasch(matrix: ResponseMatrix, options: FitOptions = {}): FittedModel {
  const { tolerance = 1e-6, maxIterations = 2000 } = options;
  const data = responsePatterns(matrix);
  if (data.items < 2) throw new RangeError('too few items: one item has no common discrimination');
  const { guessing: asymptotes = 0, points = gridSize(data.items) } = options;
  const guessing = guessingOf(asymptotes, data.items);
  const grid = normalGrid(points);
  const start = new Float64Array(data.items + 1);
  start[0] = 1;
  start.set(startingIntercepts(data, guessing), 1);
  const asParameters = (x: Float64Array): SlopeIntercept => ({
    slopes: new Float64Array(data.items).fill(x[0]!),
    intercepts: x.subarray(1),
    guessing,
  });
  const { solution, iterations } = acceleratedEm(
    start,
    (x) => {
      const counts = expectedCounts(data, asParameters(x), grid);
      return { next: maximise(x, counts, guessing, grid), objective: counts.logLikelihood };
    },
    (x) => Math.abs(x[0]!) < 20 && x.subarray(1).every((d) => Math.abs(d) < 50),
    { tolerance, maxIterations },
  );

  const parameters = asParameters(solution);
  const counts = expectedCounts(data, parameters, grid);
  const full = observedInformation(data, parameters, counts, grid);
  const covariance = invertPositiveDefinite(withCommonSlope(full, data.items), data.items + 1);
  const width = data.items + 1;
  return {
    items: Array.from(parameters.intercepts, (d, j) =>
      fittedItem(solution[0]!, d, guessing[j]!, {
        slope: covariance[0]!,
        both: covariance[j + 1]!,
        intercept: covariance[(j + 1) * width + j + 1]!,
      }),
    ),
    logLikelihood: counts.logLikelihood,
    iterations,
    converged: true,
    people: data.people,
  };
}

/** Sums the information of every slope into one: (a_1, d_1, …) → (a, d_1, …). */
export function withCommonSlope(full: Float64Array, items: number): Float64Array {
  const width = items + 1;
  const place = (r: number): number => (r % 2 === 0 ? 0 : (r + 1) / 2);
  const common = new Float64Array(width * width);
  for (let r = 0; r < 2 * items; r++) {
    for (let c = 0; c < 2 * items; c++) {
      common[place(r) * width + place(c)]! += full[r * 2 * items + c]!;
    }
  }
  return common;
}

/** The M step: Fisher scoring on one slope and every intercept, whose information is an arrow. */
function maximise(
  from: Float64Array,
  { answered, right }: ExpectedCounts,
  guessing: Float64Array,
  { points }: Grid,
): Float64Array {
  const items = guessing.length;
  const size = points.length;
  const x = from.slice();
  const gradient = new Float64Array(items);
  const border = new Float64Array(items);
  const diagonal = new Float64Array(items);
  for (let iteration = 0; iteration < 12; iteration++) {
    const a = x[0]!;
    let ga = 0;
    let aa = 0;
    for (let j = 0; j < items; j++) {
      const c = guessing[j]!;
      let gd = 0;
      let ad = 0;
      let dd = 0;
      for (let q = 0; q < size; q++) {
        const at = j * size + q;
        const people = answered[at]!;
        const theta = points[q]!;
        const known = logistic(a * theta + x[j + 1]!);
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
      gradient[j] = gd;
      border[j] = ad;
      diagonal[j] = dd;
    }
    let schur = aa;
    let residual = ga;
    for (let j = 0; j < items; j++) {
      schur -= (border[j]! * border[j]!) / diagonal[j]!;
      residual -= (border[j]! * gradient[j]!) / diagonal[j]!;
    }
    if (!(schur > 0)) throw new RangeError('not converged: the items have no common maximum');
    const clamp = (step: number, most: number): number => Math.max(-most, Math.min(most, step));
    const stepA = clamp(residual / schur, 1);
    let largest = Math.abs(stepA);
    x[0] = a + stepA;
    for (let j = 0; j < items; j++) {
      const stepD = clamp((gradient[j]! - border[j]! * stepA) / diagonal[j]!, 3);
      x[j + 1]! += stepD;
      largest = Math.max(largest, Math.abs(stepD));
    }
    if (largest < 1e-9) break;
  }
  return x;
}

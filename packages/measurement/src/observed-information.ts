import { logistic } from './deterministic-math.ts';
import type { ExpectedCounts, SlopeIntercept } from './marginal-likelihood.ts';
import type { Grid } from './normal-grid.ts';
import { MISSING, RIGHT, type ResponsePatterns } from './response-patterns.ts';

/** Posterior shares below this change no digit that is shown. */
const NEGLIGIBLE = 1e-9;

/**
 * Observed information of the marginal log-likelihood, its negative second derivatives.
 *
 * Formula (Louis): I = E[B] − Σ_i Cov_i(S), where B is the information and S the score of complete
 * data, and expectation and covariance run over the posterior of θ for each person.
 * Shapes: 2J × 2J over (a_1, d_1, a_2, d_2, …), row by row.
 * Errors: none. Source: Louis (1982), J. R. Statist. Soc. B 44.
 */
export function observedInformation(
  data: ResponsePatterns,
  parameters: SlopeIntercept,
  counts: ExpectedCounts,
  grid: Grid,
): Float64Array {
  const withoutGuessing = parameters.guessing.every((c) => c === 0);
  const curves = itemCurves(parameters, grid.points);
  const information = new Float64Array((2 * data.items) ** 2);
  addCompleteInformation(information, data, counts, curves, grid);
  if (data.complete && withoutGuessing) {
    subtractScoreProducts(information, data, counts, curves, grid);
  } else {
    subtractScoreProductsOneByOne(information, data, counts, curves, grid);
  }
  addExpectedScores(information, data, counts, curves, grid);
  return information;
}

interface Curves {
  /** items × points */
  p: Float64Array;
  /** weight W with score (x − p)·W for d; 1 without guessing */
  scoreWeight: Float64Array;
  /** second derivatives of log p and log(1 − p) by d */
  bendRight: Float64Array;
  bendWrong: Float64Array;
}

function itemCurves({ slopes, intercepts, guessing }: SlopeIntercept, points: Float64Array): Curves {
  const size = points.length;
  const make = (): Float64Array => new Float64Array(slopes.length * size);
  const curves: Curves = { p: make(), scoreWeight: make(), bendRight: make(), bendWrong: make() };
  for (let j = 0; j < slopes.length; j++) {
    const c = guessing[j]!;
    for (let q = 0; q < size; q++) {
      const at = j * size + q;
      const eta = slopes[j]! * points[q]! + intercepts[j]!;
      const known = logistic(eta);
      const unknown = logistic(-eta);
      const p = c + (1 - c) * known;
      const slope = (1 - c) * known * unknown;
      curves.p[at] = p;
      curves.scoreWeight[at] = c > 0 ? known / p : 1;
      curves.bendRight[at] = c > 0 ? (slope * (unknown - known)) / p - (slope / p) ** 2 : -known * unknown;
      curves.bendWrong[at] = -known * unknown;
    }
  }
  return curves;
}

function addCompleteInformation(
  information: Float64Array,
  { items }: ResponsePatterns,
  { answered, right }: ExpectedCounts,
  { bendRight, bendWrong }: Curves,
  { points }: Grid,
): void {
  const size = points.length;
  const width = 2 * items;
  for (let j = 0; j < items; j++) {
    let aa = 0;
    let ad = 0;
    let dd = 0;
    for (let q = 0; q < size; q++) {
      const at = j * size + q;
      const bend = -(right[at]! * bendRight[at]! + (answered[at]! - right[at]!) * bendWrong[at]!);
      dd += bend;
      ad += bend * points[q]!;
      aa += bend * points[q]! * points[q]!;
    }
    const a = 2 * j;
    information[a * width + a]! += aa;
    information[a * width + a + 1]! += ad;
    information[(a + 1) * width + a]! += ad;
    information[(a + 1) * width + a + 1]! += dd;
  }
}

/** Takes Σ_i E_i[S_j S_k θ^m] into the places of (a, a), (a, d) and (d, d) for one pair of items. */
function subtractPair(
  information: Float64Array,
  width: number,
  j: number,
  k: number,
  moments: readonly [number, number, number],
): void {
  const [dd, ad, aa] = moments;
  const a = 2 * j;
  const b = 2 * k;
  information[a * width + b]! -= aa;
  information[a * width + b + 1]! -= ad;
  information[(a + 1) * width + b]! -= ad;
  information[(a + 1) * width + b + 1]! -= dd;
  if (j === k) return;
  information[b * width + a]! -= aa;
  information[(b + 1) * width + a]! -= ad;
  information[b * width + a + 1]! -= ad;
  information[(b + 1) * width + a + 1]! -= dd;
}

/**
 * With every answer present and no guessing, (x_j − p_j)(x_k − p_k) opens into terms of which only
 * x_j x_k needs each person, and that without the points: one posterior moment does.
 */
function subtractScoreProducts(
  information: Float64Array,
  { items, patterns, counts, answers }: ResponsePatterns,
  { posterior, right, answered }: ExpectedCounts,
  { p }: Curves,
  { points }: Grid,
): void {
  const size = points.length;
  const both = [0, 1, 2].map(() => new Float64Array(items * items));
  const [both0, both1, both2] = both as [Float64Array, Float64Array, Float64Array];
  const rightItems = new Int32Array(items);
  for (let i = 0; i < patterns; i++) {
    let m1 = 0;
    let m2 = 0;
    for (let q = 0; q < size; q++) {
      const share = posterior[i * size + q]!;
      m1 += share * points[q]!;
      m2 += share * points[q]! * points[q]!;
    }
    const w0 = counts[i]!;
    const w1 = w0 * m1;
    const w2 = w0 * m2;
    let found = 0;
    for (let j = 0; j < items; j++) {
      if (answers[i * items + j] === RIGHT) rightItems[found++] = j;
    }
    for (let s = 0; s < found; s++) {
      const row = rightItems[s]! * items;
      for (let t = s; t < found; t++) {
        const at = row + rightItems[t]!;
        both0[at]! += w0;
        both1[at]! += w1;
        both2[at]! += w2;
      }
    }
  }
  for (let j = 0; j < items; j++) {
    for (let k = j; k < items; k++) {
      const moments: [number, number, number] = [0, 0, 0];
      for (let m = 0; m < 3; m++) moments[m] = both[m]![j * items + k]!;
      for (let q = 0; q < size; q++) {
        const pj = p[j * size + q]!;
        const pk = p[k * size + q]!;
        const product =
          pj * pk * answered[j * size + q]! - pk * right[j * size + q]! - pj * right[k * size + q]!;
        moments[0] += product;
        moments[1] += product * points[q]!;
        moments[2] += product * points[q]! * points[q]!;
      }
      subtractPair(information, 2 * items, j, k, moments);
    }
  }
}

function subtractScoreProductsOneByOne(
  information: Float64Array,
  { items, patterns, counts, answers }: ResponsePatterns,
  { posterior }: ExpectedCounts,
  { p, scoreWeight }: Curves,
  { points }: Grid,
): void {
  const size = points.length;
  const sums = [0, 1, 2].map(() => new Float64Array(items * items));
  const [sum0, sum1, sum2] = sums as [Float64Array, Float64Array, Float64Array];
  const met = new Int32Array(items);
  const score = new Float64Array(items);
  for (let i = 0; i < patterns; i++) {
    let found = 0;
    for (let j = 0; j < items; j++) {
      if (answers[i * items + j] !== MISSING) met[found++] = j;
    }
    for (let q = 0; q < size; q++) {
      const share = posterior[i * size + q]!;
      if (share < NEGLIGIBLE) continue;
      const weight = share * counts[i]!;
      const theta = points[q]!;
      for (let s = 0; s < found; s++) {
        const j = met[s]!;
        const x = answers[i * items + j] === RIGHT ? 1 : 0;
        score[s] = (x - p[j * size + q]!) * scoreWeight[j * size + q]!;
      }
      for (let s = 0; s < found; s++) {
        const row = met[s]! * items;
        const first = weight * score[s]!;
        for (let t = s; t < found; t++) {
          const product = first * score[t]!;
          const at = row + met[t]!;
          sum0[at]! += product;
          sum1[at]! += product * theta;
          sum2[at]! += product * theta * theta;
        }
      }
    }
  }
  for (let j = 0; j < items; j++) {
    for (let k = j; k < items; k++) {
      const at = j * items + k;
      subtractPair(information, 2 * items, j, k, [sum0[at]!, sum1[at]!, sum2[at]!]);
    }
  }
}

function addExpectedScores(
  information: Float64Array,
  { items, patterns, counts, answers }: ResponsePatterns,
  { posterior }: ExpectedCounts,
  { p, scoreWeight }: Curves,
  { points }: Grid,
): void {
  const size = points.length;
  const width = 2 * items;
  const expected = new Float64Array(width);
  const used = new Int32Array(size);
  for (let i = 0; i < patterns; i++) {
    let near = 0;
    for (let q = 0; q < size; q++) {
      if (posterior[i * size + q]! >= NEGLIGIBLE) used[near++] = q;
    }
    for (let j = 0; j < items; j++) {
      const answer = answers[i * items + j]!;
      let d = 0;
      let a = 0;
      if (answer !== MISSING) {
        const x = answer === RIGHT ? 1 : 0;
        for (let u = 0; u < near; u++) {
          const q = used[u]!;
          const at = j * size + q;
          const score = posterior[i * size + q]! * (x - p[at]!) * scoreWeight[at]!;
          d += score;
          a += score * points[q]!;
        }
      }
      expected[2 * j] = a;
      expected[2 * j + 1] = d;
    }
    const count = counts[i]!;
    for (let r = 0; r < width; r++) {
      const first = count * expected[r]!;
      if (first === 0) continue;
      for (let c = r; c < width; c++) information[r * width + c]! += first * expected[c]!;
    }
  }
  mirrorUpper(information, width);
}

/** The sums above fill the upper triangle only; the parts below it were symmetric before. */
function mirrorUpper(matrix: Float64Array, width: number): void {
  for (let r = 0; r < width; r++) {
    for (let c = r + 1; c < width; c++) matrix[c * width + r] = matrix[r * width + c]!;
  }
}

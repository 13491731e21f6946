import { exp, log, logistic, logOnePlusExp } from './deterministic-math.ts';
import type { Grid } from './normal-grid.ts';
import { MISSING, RIGHT, type ResponsePatterns } from './response-patterns.ts';

/** e^−36 is the rounding error of 1. */
const NEGLIGIBLE_LOG = -36;

/** Items as slope a and intercept d of a·θ + d, with a fixed lower asymptote c. */
export interface SlopeIntercept {
  slopes: Float64Array;
  intercepts: Float64Array;
  guessing: Float64Array;
}

export interface ExpectedCounts {
  logLikelihood: number;
  /** items × points: people expected at a point who answered the item, and answered it right */
  answered: Float64Array;
  right: Float64Array;
  /** patterns × points: where a person with the pattern is likely to be; rows sum to 1 */
  posterior: Float64Array;
}

/** Log-probabilities of a right and of a wrong answer: items × points. */
export function logProbabilities(
  { slopes, intercepts, guessing }: SlopeIntercept,
  points: Float64Array,
): { right: Float64Array; wrong: Float64Array } {
  const items = slopes.length;
  const size = points.length;
  const right = new Float64Array(items * size);
  const wrong = new Float64Array(items * size);
  for (let j = 0; j < items; j++) {
    const c = guessing[j]!;
    for (let q = 0; q < size; q++) {
      const eta = slopes[j]! * points[q]! + intercepts[j]!;
      wrong[j * size + q] = -logOnePlusExp(eta) + (c > 0 ? log(1 - c) : 0);
      right[j * size + q] = c > 0 ? log(c + (1 - c) * logistic(eta)) : -logOnePlusExp(-eta);
    }
  }
  return { right, wrong };
}

/**
 * The E step: marginal log-likelihood and expected counts at given item parameters.
 *
 * Formula: L_i = Σ_q w_q Π_j P_j(θ_q)^x(1 − P_j(θ_q))^{1−x} over the items that were answered;
 * posterior_iq = w_q·Π/L_i; counts are posteriors summed over people.
 * Source: Bock & Aitkin (1981), Psychometrika 46.
 */
export function expectedCounts(
  data: ResponsePatterns,
  parameters: SlopeIntercept,
  grid: Grid,
): ExpectedCounts {
  const { points, weights } = grid;
  const size = points.length;
  const logs = logProbabilities(parameters, points);
  const tables = data.blocks.map((block) => {
    const table = new Float64Array(block.distinct * size);
    for (let code = 0; code < block.distinct; code++) {
      for (let j = 0; j < block.items; j++) {
        const answer = block.answers[code * block.items + j]!;
        if (answer === MISSING) continue;
        const source = answer === RIGHT ? logs.right : logs.wrong;
        const from = (block.firstItem + j) * size;
        for (let q = 0; q < size; q++) table[code * size + q]! += source[from + q]!;
      }
    }
    return table;
  });
  const sums = data.blocks.map((block) => new Float64Array(block.distinct * size));
  const logWeights = weights.map(log);
  const posterior = new Float64Array(data.patterns * size);
  const logLikelihood = posteriors(data, tables, sums, logWeights, posterior);

  const answered = new Float64Array(data.items * size);
  const right = new Float64Array(data.items * size);
  data.blocks.forEach((block, g) => {
    const sum = sums[g]!;
    for (let code = 0; code < block.distinct; code++) {
      for (let j = 0; j < block.items; j++) {
        const answer = block.answers[code * block.items + j]!;
        if (answer === MISSING) continue;
        const to = (block.firstItem + j) * size;
        for (let q = 0; q < size; q++) {
          const people = sum[code * size + q]!;
          answered[to + q]! += people;
          if (answer === RIGHT) right[to + q]! += people;
        }
      }
    }
  });
  return { logLikelihood, answered, right, posterior };
}

function posteriors(
  data: ResponsePatterns,
  tables: Float64Array[],
  sums: Float64Array[],
  logWeights: Float64Array,
  posterior: Float64Array,
): number {
  const size = logWeights.length;
  const { blocks, counts, patterns } = data;
  const row = new Float64Array(size);
  let logLikelihood = 0;
  for (let i = 0; i < patterns; i++) {
    row.set(logWeights);
    for (let g = 0; g < blocks.length; g++) {
      const table = tables[g]!;
      const from = blocks[g]!.ofPattern[i]! * size;
      for (let q = 0; q < size; q++) row[q]! += table[from + q]!;
    }
    let largest = -Infinity;
    for (let q = 0; q < size; q++) if (row[q]! > largest) largest = row[q]!;
    let first = 0;
    while (row[first]! - largest < NEGLIGIBLE_LOG) first += 1;
    let last = size - 1;
    while (row[last]! - largest < NEGLIGIBLE_LOG) last -= 1;
    let sum = 0;
    for (let q = first; q <= last; q++) {
      const likelihood = exp(row[q]! - largest);
      row[q] = likelihood;
      sum += likelihood;
    }
    const count = counts[i]!;
    logLikelihood += count * (largest + log(sum));
    const start = i * size;
    for (let q = first; q <= last; q++) {
      const share = row[q]! / sum;
      posterior[start + q] = share;
      row[q] = share * count;
    }
    for (let g = 0; g < blocks.length; g++) {
      const total = sums[g]!;
      const from = blocks[g]!.ofPattern[i]! * size;
      for (let q = first; q <= last; q++) total[from + q]! += row[q]!;
    }
  }
  return logLikelihood;
}

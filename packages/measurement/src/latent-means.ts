import { acceleratedEm } from './accelerated-em.ts';
import { exp, log, logistic } from './deterministic-math.ts';
import type { Interval } from './intervals.ts';
import { requireItems, type ItemParameters } from './item-parameters.ts';
import { logProbabilities } from './marginal-likelihood.ts';
import { minimums } from './minimums.ts';
import { normalQuantile } from './normal-distribution.ts';
import { requireCount, requireLevel } from './requirements.ts';
import type { ResponseMatrix } from './response-matrix.ts';

export interface LatentWave {
  people: number;
  mean: number;
  standardError: number;
  sd: number;
}

export interface LatentChange {
  change: number;
  standardError: number;
  interval: Interval;
}

export interface LatentMeans {
  waves: LatentWave[];
  /** each later wave minus the first */
  changes: LatentChange[];
}

const POINTS = 121;
const REACH = 9;

/** Likelihood of each person at each point, scaled to 1 at its highest: people × points. */
export function likelihoods(
  matrix: ResponseMatrix,
  items: readonly ItemParameters[],
  points: Float64Array,
): { likelihood: Float64Array; answered: Uint8Array } {
  const logs = logProbabilities(
    {
      slopes: Float64Array.from(items, (item) => item.discrimination),
      intercepts: Float64Array.from(items, (item) => -item.discrimination * item.difficulty),
      guessing: Float64Array.from(items, (item) => item.guessing ?? 0),
    },
    points,
  );
  const size = points.length;
  const likelihood = new Float64Array(matrix.length * size);
  const answered = new Uint8Array(matrix.length);
  const sums = new Float64Array(size);
  matrix.forEach((row, i) => {
    if (row.length !== items.length) {
      throw new RangeError(`row ${i} has ${row.length} items, the model ${items.length}`);
    }
    sums.fill(0);
    row.forEach((x, j) => {
      if (x === null) return;
      if (x !== 0 && x !== 1) throw new RangeError(`row ${i}, item ${j} must be 0, 1 or null: ${x}`);
      answered[i] = 1;
      const source = x === 1 ? logs.right : logs.wrong;
      for (let q = 0; q < size; q++) sums[q]! += source[j * size + q]!;
    });
    let largest = -Infinity;
    for (const sum of sums) if (sum > largest) largest = sum;
    for (let q = 0; q < size; q++) likelihood[i * size + q] = exp(sums[q]! - largest);
  });
  return { likelihood, answered };
}

/** Each person's part in the estimated mean; their squares, summed, give its error. */
interface FittedWave extends LatentWave {
  influence: Float64Array;
  /** how the mean follows the slope a and the intercept −a·b of each item: a_1, d_1, a_2, d_2, … */
  byItem: Float64Array;
}

/** Mean and spread of one wave, as `latentMeans` says. */
export function fitWave(matrix: ResponseMatrix, items: readonly ItemParameters[]): FittedWave {
  const points = Float64Array.from({ length: POINTS }, (_, q) => -REACH + (2 * REACH * q) / (POINTS - 1));
  const { likelihood, answered } = likelihoods(matrix, items, points);
  const people = answered.reduce((sum, one) => sum + one, 0);
  requireCount(people, minimums.gainPairs, 'people who answered in a wave');

  const firsts = new Float64Array(matrix.length);
  const seconds = new Float64Array(matrix.length);
  const weights = new Float64Array(POINTS);
  const expectations = (mean: number, sd: number): number => {
    for (let q = 0; q < POINTS; q++) weights[q] = exp(-0.5 * ((points[q]! - mean) / sd) ** 2);
    let total = 0;
    for (const weight of weights) total += weight;
    let logLikelihood = 0;
    for (let i = 0; i < matrix.length; i++) {
      if (answered[i] === 0) continue;
      let mass = 0;
      let first = 0;
      let second = 0;
      for (let q = 0; q < POINTS; q++) {
        const part = (weights[q]! / total) * likelihood[i * POINTS + q]!;
        const d = points[q]! - mean;
        mass += part;
        first += part * d;
        second += part * d * d;
      }
      firsts[i] = first / mass;
      seconds[i] = second / mass;
      logLikelihood += log(mass);
    }
    return logLikelihood;
  };

  const { solution } = acceleratedEm(
    Float64Array.of(0, 0),
    (x) => {
      const mean = x[0]!;
      const objective = expectations(mean, exp(x[1]!));
      let shift = 0;
      let square = 0;
      for (let i = 0; i < matrix.length; i++) {
        if (answered[i] === 0) continue;
        shift += firsts[i]!;
        square += seconds[i]!;
      }
      shift /= people;
      const variance = square / people - shift * shift;
      if (!(variance > 1e-6)) throw new RangeError('not converged: abilities have no spread');
      return { next: Float64Array.of(mean + shift, 0.5 * log(variance)), objective };
    },
    (x) => Math.abs(x[0]!) < 5 && x[1]! > -3 && x[1]! < 1.2,
    { tolerance: 1e-8, maxIterations: 5000 },
  );
  const mean = solution[0]!;
  const sd = exp(solution[1]!);
  if (Math.abs(mean) > 5 || sd > 3.3) {
    throw new RangeError(`not converged: a latent mean of ${mean} with sd ${sd}`);
  }
  expectations(mean, sd);
  let mm = 0;
  let ms = 0;
  let ss = 0;
  const byMean = (i: number): number => firsts[i]! / (sd * sd);
  const bySd = (i: number): number => (seconds[i]! / (sd * sd) - 1) / sd;
  for (let i = 0; i < matrix.length; i++) {
    if (answered[i] === 0) continue;
    mm += byMean(i) ** 2;
    ms += byMean(i) * bySd(i);
    ss += bySd(i) ** 2;
  }
  const determinant = mm * ss - ms * ms;
  if (!(determinant > 1e-12 * mm * ss)) {
    throw new RangeError('not converged: the responses do not tell mean from spread');
  }
  const influence = Float64Array.from({ length: matrix.length }, (_, i) =>
    answered[i] === 0 ? 0 : (ss * byMean(i) - ms * bySd(i)) / determinant,
  );
  return {
    people,
    mean,
    standardError: Math.sqrt(ss / determinant),
    sd,
    influence,
    byItem: meanByItem(matrix, items, points, likelihood, { mean, sd }),
  };
}

/**
 * Slopes of the estimated mean by every item's a and d: the slopes of both scores, over the observed
 * information of mean and sd. Where all items move alike, the means of all waves then move alike too.
 */
function meanByItem(
  matrix: ResponseMatrix,
  items: readonly ItemParameters[],
  points: Float64Array,
  likelihood: Float64Array,
  { mean, sd }: { mean: number; sd: number },
): Float64Array {
  const size = points.length;
  const scores = itemScores(items, points);
  const prior = points.map((theta) => exp(-0.5 * ((theta - mean) / sd) ** 2));
  const byMean = points.map((theta) => (theta - mean) / (sd * sd));
  const bySd = points.map((theta) => (((theta - mean) / sd) ** 2 - 1) / sd);
  const slopesOfMean = new Float64Array(2 * items.length);
  const slopesOfSd = new Float64Array(2 * items.length);
  const posterior = new Float64Array(size);
  let mm = 0;
  let ms = 0;
  let ss = 0;
  matrix.forEach((row, i) => {
    if (row.every((x) => x === null)) return;
    let mass = 0;
    let first = 0;
    let second = 0;
    for (let q = 0; q < size; q++) {
      posterior[q] = prior[q]! * likelihood[i * size + q]!;
      mass += posterior[q]!;
      first += posterior[q]! * byMean[q]!;
      second += posterior[q]! * bySd[q]!;
    }
    first /= mass;
    second /= mass;
    mm += 1 / (sd * sd);
    ms += (2 * first) / sd;
    ss += (3 * second) / sd + 2 / (sd * sd);
    for (let q = 0; q < size; q++) {
      posterior[q]! /= mass;
      const a = byMean[q]! - first;
      const b = bySd[q]! - second;
      mm -= posterior[q]! * a * a;
      ms -= posterior[q]! * a * b;
      ss -= posterior[q]! * b * b;
    }
    row.forEach((x, j) => {
      if (x === null) return;
      const score = x === 1 ? scores.right : scores.wrong;
      for (let q = 0; q < size; q++) {
        const byIntercept = posterior[q]! * score[j * size + q]!;
        const a = byIntercept * (byMean[q]! - first);
        const b = byIntercept * (bySd[q]! - second);
        slopesOfMean[2 * j]! += a * points[q]!;
        slopesOfMean[2 * j + 1]! += a;
        slopesOfSd[2 * j]! += b * points[q]!;
        slopesOfSd[2 * j + 1]! += b;
      }
    });
  });
  const determinant = mm * ss - ms * ms;
  if (!(determinant > 0)) throw new RangeError('not converged: the responses do not tell mean from spread');
  return slopesOfMean.map((slope, at) => (ss * slope - ms * slopesOfSd[at]!) / determinant);
}

/** Slopes of log P and log(1 − P) by the intercept: items × points. By a they are θ times as large. */
export function itemScores(
  items: readonly ItemParameters[],
  points: Float64Array,
): { right: Float64Array; wrong: Float64Array } {
  const size = points.length;
  const right = new Float64Array(items.length * size);
  const wrong = new Float64Array(items.length * size);
  items.forEach(({ difficulty, discrimination, guessing = 0 }, j) => {
    for (let q = 0; q < size; q++) {
      const known = logistic(discrimination * (points[q]! - difficulty));
      const p = guessing + (1 - guessing) * known;
      right[j * size + q] = ((1 - guessing) * known * (1 - known)) / p;
      wrong[j * size + q] = -known;
    }
  });
  return { right, wrong };
}

/**
 * Latent mean of the same people in each wave, and the latent gain.
 *
 * Formula: for each wave μ and σ maximise Σ_i log ∫L_i(θ)φ(θ; μ, σ)dθ, item parameters fixed; unlike
 * the mean of EAP scores it does not shrink. The standard error of a change is √Σ_i(ψ_i2 − ψ_i1)²,
 * ψ_i a person's influence on the mean, so that it counts how waves go together; item parameters
 * are taken as known: where they were estimated from about as many people, use `latentGain`.
 * Shapes: one person × item matrix a wave, the same people in the same rows, one column for each item
 * of the bank, `null` for what a person did not meet. Units: θ of the item parameters.
 * Range: means within ±5, sd below 3.3.
 * Errors: RangeError without waves, under ten people with answers in a wave, rows that do not fit
 * the items or between waves, values other than 0, 1 and null, or not converged.
 * Source: Mislevy (1984), Psychometrika 49; Huber (1967) for the error of the change.
 */
export function latentMeans(
  waves: readonly ResponseMatrix[],
  items: readonly ItemParameters[],
  level = 0.95,
): LatentMeans {
  requireItems(items);
  requireLevel(level);
  requireCount(waves.length, 1, 'waves');
  for (const wave of waves) {
    if (wave.length !== waves[0]!.length) {
      throw new RangeError(`waves differ in people: ${waves[0]!.length} and ${wave.length}`);
    }
  }
  const fitted = waves.map((wave) => fitWave(wave, items));
  const [first, ...later] = fitted as [FittedWave, ...FittedWave[]];
  const z = normalQuantile(0.5 + level / 2);
  return {
    waves: fitted.map(({ people, mean, standardError, sd }) => ({
      people,
      mean,
      standardError,
      sd,
    })),
    changes: later.map((wave) => {
      let squares = 0;
      for (let i = 0; i < wave.influence.length; i++) {
        squares += (wave.influence[i]! - first.influence[i]!) ** 2;
      }
      const change = wave.mean - first.mean;
      const standardError = Math.sqrt(squares);
      const interval: Interval = [change - z * standardError, change + z * standardError];
      return { change, standardError, interval };
    }),
  };
}

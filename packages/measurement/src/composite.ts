import { covariance, mean, standardDeviation } from './moments.ts';
import {
  finite,
  requireCount,
  requireDistinct,
  requireFinite,
  requireNotNegative,
  requireNumber,
  requirePositive,
  requireSameLength,
} from './requirements.ts';

/** Orders rows of numbers by their first difference. */
export function compareRows(a: readonly number[], b: readonly number[]): number {
  for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return a[j]! - b[j]!;
  return 0;
}

export interface CompositeCandidate {
  id: string;
  /** one score for each component */
  values: readonly number[];
  /** standard error of each score, in its own units */
  sds: readonly number[];
}

export interface CompositeScore {
  id: string;
  /** Σ w_j z_j */
  composite: number;
  /** standard error of `composite` */
  sd: number;
  /** 50 + 10 z of the composite in the reference group, and its standard error */
  t: number;
  tSd: number;
}

export interface Composite {
  /** in the order of the candidates */
  scores: CompositeScore[];
  /** share of the composite's variance that each component brings; they sum to 1 */
  effectiveWeights: number[];
  /** what was frozen: mean and sd of each component and of the composite */
  reference: { means: number[]; sds: number[]; compositeMean: number; compositeSd: number };
}

/**
 * Weighted composite of several components, standardised on a frozen reference group.
 *
 * Formula: C = Σ w_j z_j, z_j = (x_j − m_j)/s_j; SD(C) = √Σ(w_j·SD_j/s_j)², errors of components being
 * independent; T = 50 + 10·(C − m_C)/s_C; effective weight cov(w_j z_j, C)/var C. m and s come from
 * the reference group alone, so that a candidate more or less moves nobody.
 * Shapes: weights, one for each component; reference people × components; candidates with distinct
 * ids in any order. Units: weights as the policy states them; T has mean 50 and sd 10.
 * Range: scores any number, errors from 0, effective weights sum to 1.
 * Errors: RangeError for no components or candidates, weights not positive, lists of another length,
 * a constant component, fewer than two reference people, not finite, an sd < 0.
 * Source: Kolen & Brennan (2014), chapter 9; Wang & Stanley (1970) for effective weights.
 */
export function composite(input: {
  weights: readonly number[];
  reference: readonly (readonly number[])[];
  candidates: readonly CompositeCandidate[];
}): Composite {
  const { weights, reference, candidates } = input;
  requireFinite(weights, 'weights');
  for (const weight of weights) requirePositive(weight, 'a weight');
  requireCount(reference.length, 2, 'reference people');
  requireCount(candidates.length, 1, 'candidates');
  requireDistinct(
    candidates.map(({ id }) => id),
    'candidates',
  );
  for (const row of reference) requireSameLength(row, weights, 'reference row and weights');

  // sums run over sorted rows, so that their last bit does not depend on who comes first
  const rows = reference.toSorted(compareRows);
  const columns = weights.map((_, j) => rows.map((row) => row[j]!));
  const means = columns.map(mean);
  const sds = columns.map(standardDeviation);
  sds.forEach((sd, j) => {
    if (!(sd > 1e-12 * Math.max(1, Math.abs(means[j]!)))) {
      throw new RangeError(`component ${j} is constant in the reference group`);
    }
  });
  const compositeOf = (values: readonly number[]): number => {
    let sum = 0;
    for (let j = 0; j < weights.length; j++) {
      sum += (weights[j]! * (values[j]! - means[j]!)) / sds[j]!;
    }
    return sum;
  };
  const referenceComposites = rows.map(compositeOf);
  const compositeMean = mean(referenceComposites);
  const compositeSd = standardDeviation(referenceComposites);
  if (!(compositeSd > 1e-12)) throw new RangeError('the composite is constant in the reference group');

  const scores = candidates.map(({ id, values, sds: errors }): CompositeScore => {
    requireSameLength(values, weights, `values of ${id} and weights`);
    requireSameLength(errors, weights, `sds of ${id} and weights`);
    values.forEach((value, j) => requireNumber(value, `value ${j} of ${id}`));
    let squares = 0;
    errors.forEach((error, j) => {
      requireNotNegative(error, `sd ${j} of ${id}`);
      squares += ((weights[j]! * error) / sds[j]!) ** 2;
    });
    const value = compositeOf(values);
    const sd = Math.sqrt(squares);
    return {
      id,
      composite: value,
      sd,
      t: 50 + (10 * (value - compositeMean)) / compositeSd,
      tSd: (10 * sd) / compositeSd,
    };
  });
  return finite({
    scores,
    effectiveWeights: weights.map(
      (weight, j) =>
        covariance(
          columns[j]!.map((value) => (weight * (value - means[j]!)) / sds[j]!),
          referenceComposites,
        ) /
        (compositeSd * compositeSd),
    ),
    reference: { means, sds, compositeMean, compositeSd },
  });
}

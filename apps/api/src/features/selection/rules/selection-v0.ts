import { createHash } from 'node:crypto';
import {
  competitionRanks,
  constantColumns,
  cronbachAlpha,
  kelleyEstimate,
  mean,
  roundedScore,
  standardDeviation,
  standardErrorOfMeasurement,
  topKSteps,
  zones,
  type TopKProgress,
  type Zone,
} from '@puente/measurement';

/*
 * selection/v0, for demonstration: rank by the raw score of one sealed form. It computes with + − × ÷ √ and a
 * generator of our own, in the order of the file, and reads no clock and no locale: the same file gives the same
 * bytes on every machine. Once a snapshot rests on it, it is never edited; another rule is another file.
 */

export interface SnapshotFile {
  format: 'selection/v0';
  round: { id: string };
  policy: { rule: 'selection/v0'; seats: number; reserves: number; draws: number; seed: string };
  sittings: { id: string; courseId: string; forms: string[]; proctored: boolean; demonstration: boolean }[];
  /** In the order of `candidates[].fractions`. */
  forms: {
    id: string;
    courseId: string;
    items: { id: string; contentHash: string; scoringHash: string }[];
  }[];
  /** Ordered by learner key. */
  candidates: {
    learnerKey: string;
    /** Credit for each item of each form, 0 to 1; null where there was no answer, which scores 0. */
    fractions: (number | null)[];
    score: number;
  }[];
  /** Who lacks one of the forms. */
  leftOut: { learnerKey: string; missingForms: string[] }[];
}

export interface Reliability {
  items: number;
  constantItems: number;
  mean: number;
  sd: number;
  alpha: number;
  sem: number;
}

export interface RankedEntry {
  learnerKey: string;
  code: string;
  score: number;
  estimate: number;
  standardError: number;
  rank: number;
  rankLow: number;
  rankHigh: number;
  probability: number;
  zone: Zone;
}

/**
 * What the scores can bear. α is taken over the items that tell people apart: one that all answered alike adds the
 * same to every score. Throws RangeError where α cannot be computed, or is not above 0.
 */
export const reliabilityOf = ({
  forms,
  candidates,
}: Pick<SnapshotFile, 'forms' | 'candidates'>): Reliability => {
  const items = forms.reduce((sum, form) => sum + form.items.length, 0);
  const matrix = candidates.map(({ learnerKey, fractions, score }) => {
    if (fractions.length !== items)
      throw new RangeError(`${learnerKey} has ${fractions.length} fractions for ${items} items`);
    const row = fractions.map((fraction) => fraction ?? 0);
    if (roundedScore(row.reduce((sum, fraction) => sum + fraction, 0)) !== roundedScore(score)) {
      throw new RangeError(`the score of ${learnerKey} is not the sum of the fractions`);
    }
    return row;
  });
  const constant = new Set(constantColumns(matrix));
  const telling = matrix.map((row) => row.filter((_, item) => !constant.has(item)));
  const alpha = cronbachAlpha(telling);
  if (!(alpha > 0)) throw new RangeError(`reliability must be above 0: ${alpha}`);
  const scores = candidates.map((candidate) => candidate.score);
  const sd = standardDeviation(scores);
  return {
    items,
    constantItems: constant.size,
    mean: mean(scores),
    sd,
    alpha,
    sem: standardErrorOfMeasurement(sd, alpha),
  };
};

/** The frozen evidence to the ranked candidates, in the order of the file. */
export const rankCandidates = (file: SnapshotFile, sha256: string): RankedEntry[] => {
  const steps = rankingSteps(file, sha256);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** The same in steps of some ten milliseconds, which say how many draws are done. */
export function* rankingSteps(
  file: SnapshotFile,
  sha256: string,
): Generator<TopKProgress, RankedEntry[], void> {
  const { policy, candidates } = file;
  const { mean: average, sd, alpha } = reliabilityOf(file);
  const scores = candidates.map((candidate) => candidate.score);
  const estimates = scores.map((score) => kelleyEstimate({ score, mean: average, sd, reliability: alpha }));
  const draws = yield* topKSteps({
    estimates: candidates.map(({ learnerKey }, index) => ({
      id: learnerKey,
      mean: estimates[index]!.estimate,
      sd: estimates[index]!.standardError,
    })),
    k: policy.seats,
    draws: policy.draws,
    seed: policy.seed,
  });
  const zoned = zones(
    candidates.map(({ learnerKey, score }, index) => ({
      id: learnerKey,
      score,
      probability: draws[index]!.probability,
    })),
    policy.seats,
  );
  const ranks = competitionRanks(scores);
  const codes = candidateCodes(
    candidates.map((candidate) => candidate.learnerKey),
    sha256,
  );
  return candidates.map(({ learnerKey, score }, index) => ({
    learnerKey,
    code: codes.get(learnerKey)!,
    score,
    estimate: estimates[index]!.estimate,
    standardError: estimates[index]!.standardError,
    rank: ranks[index]!,
    rankLow: draws[index]!.rankInterval[0],
    rankHigh: draws[index]!.rankInterval[1],
    probability: draws[index]!.probability,
    zone: zoned[index]!.zone,
  }));
}

/** C-0001, C-0002 … in an order that says nothing of name or rank: by SHA-256(snapshot hash ‖ learner key). */
export const candidateCodes = (learnerKeys: readonly string[], sha256: string): Map<string, string> => {
  const shuffled = learnerKeys
    .map((learnerKey) => ({
      learnerKey,
      hash: createHash('sha256')
        .update(sha256 + learnerKey)
        .digest('hex'),
    }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0));
  return new Map(
    shuffled.map(({ learnerKey }, index) => [learnerKey, `C-${String(index + 1).padStart(4, '0')}`]),
  );
};

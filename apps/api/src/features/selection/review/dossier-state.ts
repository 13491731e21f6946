import { wilsonInterval } from '@puente/measurement';
import { rubricCriteria, type RoundPage, type RubricCriterion } from '@puente/schemas';

export type Scores = Record<RubricCriterion, number>;

const readers = 2;
/** One criterion so far apart asks for a third reader. */
const discrepancy = 2;
const levels = 5;

export interface DossierState {
  readings: number;
  needed: number;
  discrepant: boolean;
  /** Mean of the readings' totals, 0 to 16; null until as many read it as are needed. */
  score: number | null;
}

/** Where a dossier stands, from its readings in the order of their time. One without answers counts 0 and is not read. */
export const dossierState = (readings: readonly Scores[], empty: boolean): DossierState => {
  if (empty) return { readings: 0, needed: 0, discrepant: false, score: 0 };
  const [first, second] = readings;
  const discrepant =
    first !== undefined &&
    second !== undefined &&
    rubricCriteria.some((criterion) => Math.abs(first[criterion] - second[criterion]) >= discrepancy);
  const needed = discrepant ? readers + 1 : readers;
  const total = readings.reduce(
    (sum, scores) => sum + rubricCriteria.reduce((own, criterion) => own + scores[criterion], 0),
    0,
  );
  return {
    readings: readings.length,
    needed,
    discrepant,
    score: readings.length >= needed ? total / readings.length : null,
  };
};

/** How far the first two readers of each dossier agree, criterion by criterion. */
export const agreementOf = (
  dossiers: readonly (readonly Scores[])[],
): NonNullable<RoundPage['review']>['agreement'] => {
  const pairs = dossiers.flatMap(([first, second]) =>
    first && second
      ? rubricCriteria.map((criterion): [number, number] => [first[criterion], second[criterion]])
      : [],
  );
  if (pairs.length === 0) return null;
  const count = (most: number) => pairs.filter(([a, b]) => Math.abs(a - b) <= most).length;
  const share = (most: number) => ({
    share: count(most) / pairs.length,
    interval: [...wilsonInterval(count(most), pairs.length)] as [number, number],
  });
  const exact = share(0);
  const adjacent = share(1);
  return {
    pairs: pairs.length / rubricCriteria.length,
    exact: exact.share,
    exactInterval: exact.interval,
    adjacent: adjacent.share,
    adjacentInterval: adjacent.interval,
    weightedKappa: weightedKappa(pairs),
  };
};

/** Cohen's kappa with quadratic weights (Cohen 1968); null where both readers gave one level to everything. */
export const weightedKappa = (pairs: readonly (readonly [number, number])[]): number | null => {
  const rows = new Array<number>(levels).fill(0);
  const columns = new Array<number>(levels).fill(0);
  let observed = 0;
  for (const [a, b] of pairs) {
    rows[a]! += 1;
    columns[b]! += 1;
    observed += (a - b) ** 2;
  }
  let expected = 0;
  rows.forEach((row, a) =>
    columns.forEach((column, b) => {
      expected += (row * column * (a - b) ** 2) / pairs.length;
    }),
  );
  return expected === 0 ? null : 1 - observed / expected;
};

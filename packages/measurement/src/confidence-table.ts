import { requireCount, requireSameLength } from './requirements.ts';
import { requireScoredForecasts } from './scored-forecasts.ts';

/** From this confidence on an answer is sure. */
export const SURE = 0.85;

export type ConfidenceCell = 'rightAndSure' | 'rightAndUnsure' | 'wrongAndUnsure' | 'wrongAndSure';

export type ConfidenceTable = Record<ConfidenceCell, number>;

/**
 * The cell of one response in the table right/wrong × sure/unsure; `wrongAndSure` is the espejismo.
 *
 * Range: y of 0 or 1; p in [0, 1], sure from .85. Errors: RangeError outside. Source: our choice.
 * Rule: right where y = 1, sure from p = .85. Shapes: one response. Units: none.
 */
export function confidenceCell(y: number, p: number): ConfidenceCell {
  requireScoredForecasts([y], [p]);
  if (y === 1) return p >= SURE ? 'rightAndSure' : 'rightAndUnsure';
  return p >= SURE ? 'wrongAndSure' : 'wrongAndUnsure';
}

/**
 * Counts of responses in the table right/wrong × sure/unsure.
 *
 * Shapes: y of 0 and 1, p of the same length. Errors: RangeError if empty, of unequal length, y not
 * 0 or 1, p outside [0, 1]. Source: Hunt (2003); our threshold.
 * Rule: `confidenceCell` of each response, counted. Units: responses. Range: whole numbers from 0.
 */
export function confidenceTable(y: readonly number[], p: readonly number[]): ConfidenceTable {
  requireScoredForecasts(y, p);
  const table: ConfidenceTable = {
    rightAndSure: 0,
    rightAndUnsure: 0,
    wrongAndUnsure: 0,
    wrongAndSure: 0,
  };
  for (let i = 0; i < y.length; i++) table[confidenceCell(y[i]!, p[i]!)] += 1;
  return table;
}

/**
 * How responses moved through the table between two waves: counts from cell to cell.
 *
 * Shapes: two lists of cells, matched response by response (same learner, linked item).
 * Result: `moves[from][to]`. Errors: RangeError if empty, of unequal length, or for another cell.
 * Rule: a response adds 1 to the cell it came from and went to. Units: responses. Range: whole
 * numbers from 0.
 * Source: our choice.
 */
export function confidenceMoves(
  before: readonly ConfidenceCell[],
  after: readonly ConfidenceCell[],
): Record<ConfidenceCell, ConfidenceTable> {
  requireSameLength(before, after, 'before and after');
  requireCount(before.length, 1, 'responses');
  const none = (): ConfidenceTable => ({
    rightAndSure: 0,
    rightAndUnsure: 0,
    wrongAndUnsure: 0,
    wrongAndSure: 0,
  });
  const moves = {
    rightAndSure: none(),
    rightAndUnsure: none(),
    wrongAndUnsure: none(),
    wrongAndSure: none(),
  };
  for (const cell of [...before, ...after]) {
    if (!Object.hasOwn(moves, cell)) throw new RangeError(`there is no such cell: ${String(cell)}`);
  }
  before.forEach((from, i) => {
    moves[from][after[i]!] += 1;
  });
  return moves;
}

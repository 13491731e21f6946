import { mantelHaenszel, type MantelHaenszel } from './mantel-haenszel.ts';
import { requireCount, requireSameLength } from './requirements.ts';

export type DifGroup = 'reference' | 'focal';

export interface PurifiedDif {
  /** one result an item; absent where the groups never meet at a level, or the item is constant */
  items: (MantelHaenszel | undefined)[];
  /** places of the items that the second matching left out, ascending */
  leftOut: number[];
}

/**
 * Item bias in two steps: items that look biased leave the score on which people are matched.
 *
 * Rule: Mantel–Haenszel of every item, people matched on the total of all items; items of ETS class
 * B or C leave the total; Mantel–Haenszel once more on what is left, the studied item always
 * included in its own matching score.
 * Shapes: person × item matrix of 0 and 1 without missing responses, one group a person.
 * Units and range as `mantelHaenszel`.
 * Errors: RangeError under three items, an empty group, unequal lengths, other values.
 * Source: Holland & Thayer (1988); Clauser, Mazor & Hambleton (1993).
 */
export function purifiedDif(
  matrix: readonly (readonly number[])[],
  groups: readonly DifGroup[],
): PurifiedDif {
  requireSameLength(matrix, groups, 'people and groups');
  requireCount(matrix.length, 1, 'people');
  const k = matrix[0]!.length;
  requireCount(k, 3, 'items');
  for (const wanted of ['reference', 'focal'] as const) {
    if (!groups.includes(wanted)) throw new RangeError(`nobody is in the ${wanted} group`);
  }
  matrix.forEach((row, i) => {
    requireSameLength(row, matrix[0]!, `row ${i} and the first row`);
    row.forEach((x, j) => {
      if (x !== 0 && x !== 1) throw new RangeError(`row ${i}, item ${j} must be 0 or 1: ${x}`);
    });
  });

  const studied = (j: number, matching: readonly boolean[]): MantelHaenszel | undefined => {
    const counts = Array.from({ length: k + 1 }, () => ({ A: 0, B: 0, C: 0, D: 0 }));
    matrix.forEach((row, i) => {
      let total = 0;
      for (let m = 0; m < k; m++) if (matching[m] === true || m === j) total += row[m]!;
      const table = counts[total]!;
      if (groups[i] === 'reference') table[row[j] === 1 ? 'A' : 'B'] += 1;
      else table[row[j] === 1 ? 'C' : 'D'] += 1;
    });
    try {
      return mantelHaenszel(counts);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };

  const everything = new Array<boolean>(k).fill(true);
  const first = everything.map((_, j) => studied(j, everything));
  const matching = first.map((result) => result === undefined || result.etsClass === 'A');
  return {
    items: everything.map((_, j) => studied(j, matching)),
    leftOut: matching.flatMap((kept, j) => (kept ? [] : [j])),
  };
}

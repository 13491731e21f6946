import { fisherExact } from './fisher-exact.ts';
import { minimums } from './minimums.ts';
import { requireCount, requireDistinct, requireWhole } from './requirements.ts';

export interface SelectedGroup {
  group: string;
  selected: number;
  total: number;
}

export interface FourFifthsResult extends SelectedGroup {
  rate: number;
  /** rate over the highest rate */
  ratio: number;
  /** ratio below four fifths, decided in whole numbers */
  flagged: boolean;
  /** flagged, and no longer if one more of the group were selected */
  turnsWithOneMore: boolean;
  /** Fisher's exact test against the group with the highest rate; 1 for that group itself */
  p: number;
  /** false under ten people: a total that small is not shown */
  enough: boolean;
}

/**
 * Four-fifths rule: groups whose selection rate lies below .80 of the highest.
 *
 * Formula: flagged if 5·x·N_max < 4·x_max·N, in whole numbers, so that .80 exactly passes.
 * A prompt to look and not a verdict: with few people it turns on one person, which
 * `turnsWithOneMore` and the exact test say.
 * Shapes: at least two groups with distinct names; results in the same order.
 * Range: rates and p in [0, 1], ratio in [0, 1].
 * Units: counts in people, rate and ratio as shares.
 * Errors: RangeError under two groups, a name twice, counts not whole, more selected than total, an
 * empty group, nobody selected.
 * Source: US Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D.
 */
export function fourFifths(groups: readonly SelectedGroup[]): FourFifthsResult[] {
  requireCount(groups.length, 2, 'groups');
  requireDistinct(
    groups.map(({ group }) => group),
    'groups',
  );
  for (const { group, selected, total } of groups) {
    requireWhole(total, 1, `total of ${group}`);
    requireWhole(selected, 0, `selected of ${group}`);
    if (selected > total) throw new RangeError(`more selected than people in ${group}`);
  }
  let best = groups[0]!;
  for (const group of groups) {
    if (group.selected * best.total > best.selected * group.total) best = group;
  }
  if (best.selected === 0) throw new RangeError('nobody was selected');
  const isLow = (selected: number, total: number): boolean =>
    5 * selected * best.total < 4 * best.selected * total;
  return groups.map(({ group, selected, total }) => {
    const flagged = isLow(selected, total);
    return {
      group,
      selected,
      total,
      rate: selected / total,
      ratio: (selected * best.total) / (best.selected * total),
      flagged,
      turnsWithOneMore: flagged && !isLow(selected + 1, total),
      p:
        group === best.group
          ? 1
          : fisherExact([
              [selected, total - selected],
              [best.selected, best.total - best.selected],
            ]),
      enough: total >= minimums.subgroupPeople,
    };
  });
}

import type { ShortlistRow } from '@puente/schemas';

type Ranked = Pick<ShortlistRow, 'rank' | 'tiedWith' | 'zone'>;

/** Where the seats, handed out by score, end: above the cut, in a tie group that it passes through, or below. */
export type Place = 'seated' | 'tied' | 'beyond';

export const placeOf = ({ rank, tiedWith }: Ranked, seats: number): Place =>
  rank + tiedWith <= seats ? 'seated' : rank <= seats ? 'tied' : 'beyond';

/** A cut through people with the same score is two lines, one on each side of them: no order parts them. */
export type Line = 'cut' | 'tie' | 'tie-end' | ShortlistRow['zone'];

/** The lines to draw above a row of a list in rank order. */
export const linesAbove = (row: Ranked, previous: Ranked | undefined, seats: number): Line[] => {
  const own = placeOf(row, seats);
  const before = previous && placeOf(previous, seats);
  const lines: Line[] = [];
  if (own === 'tied' && before !== 'tied') lines.push('tie');
  if (own === 'beyond' && before === 'tied') lines.push('tie-end');
  if (own === 'beyond' && before === 'seated') lines.push('cut');
  if (row.zone !== previous?.zone) lines.push(row.zone);
  return lines;
};

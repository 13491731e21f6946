import type { ShortlistRow } from '@puente/schemas';
import type { Stretch } from '#lib/selection/around-cut.ts';

interface Bin {
  /** Whole scores, both ends in. */
  from: number;
  to: number;
  people: number;
  /** Of them, those who stand as rows above. */
  rows: number;
}

export interface Density {
  bins: Bin[];
  /** The lowest score of each zone that anybody is in. */
  inFrom: number | null;
  reviewFrom: number | null;
}

const mostBins = 42;
const steps = [1, 2, 5, 10, 20, 50, 100];

/** How many people have each score, from 0 to all right; parts of a point count with the nearest whole. */
export const densityOf = (
  ranked: readonly Pick<ShortlistRow, 'score' | 'zone'>[],
  items: number,
  shown: Stretch,
): Density => {
  const step =
    steps.find((candidate) => (items + 1) / candidate <= mostBins) ?? Math.ceil((items + 1) / mostBins);
  const bins: Bin[] = Array.from({ length: Math.ceil((items + 1) / step) }, (_, index) => ({
    from: index * step,
    to: Math.min(items, (index + 1) * step - 1),
    people: 0,
    rows: 0,
  }));
  for (const [index, { score }] of ranked.entries()) {
    const bin = bins[Math.min(bins.length - 1, Math.floor(Math.round(score) / step))]!;
    bin.people += 1;
    if (index >= shown.from && index < shown.to) bin.rows += 1;
  }
  const lowest = (zone: ShortlistRow['zone']) => {
    const scores = ranked.filter((row) => row.zone === zone).map((row) => Math.round(row.score));
    return scores.length > 0 ? scores.reduce((a, b) => Math.min(a, b)) : null;
  };
  return { bins, inFrom: lowest('in'), reviewFrom: lowest('review') };
};

/** Where the cell of a whole score begins, as a share of the strip. */
export const startOf = (score: number, { bins }: Density): number => {
  const step = bins.length > 1 ? bins[1]!.from - bins[0]!.from : bins[0]!.to + 1;
  return score / (bins.length * step);
};

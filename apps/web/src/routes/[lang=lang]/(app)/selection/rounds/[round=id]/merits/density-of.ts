import type { Merit } from '@puente/schemas';
import type { Stretch } from '#lib/selection/around-cut.ts';

export interface Bin {
  /** T from here on, up to the next. */
  from: number;
  people: number;
  /** Of them, those who stand as rows. */
  rows: number;
}

export interface MeritDensity {
  step: number;
  bins: Bin[];
  /** The lowest score of each zone that anybody is in. */
  inFrom: number | null;
  reviewFrom: number | null;
}

const mostBins = 42;
const steps = [1, 2, 5, 10];

/** How many people have each score, in whole points of T from the lowest to the highest; of a list in rank order. */
export const densityOf = (ranked: readonly Pick<Merit, 'score' | 'zone'>[], shown: Stretch): MeritDensity => {
  const scores = ranked.map(({ score }) => score);
  const lowest = scores.reduce((least, score) => Math.min(least, score), Infinity);
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const step = steps.find((wide) => (highest - lowest) / wide < mostBins - 1) ?? 10;
  const start = Math.floor(lowest / step) * step;
  const count = ranked.length === 0 ? 0 : Math.floor((highest - start) / step) + 1;
  const bins: Bin[] = Array.from({ length: count }, (_, index) => ({
    from: start + index * step,
    people: 0,
    rows: 0,
  }));
  ranked.forEach(({ score }, place) => {
    const bin = bins[Math.floor((score - start) / step)]!;
    bin.people += 1;
    if (place >= shown.from && place < shown.to) bin.rows += 1;
  });
  const lowestOf = (zone: Merit['zone']) => {
    const own = ranked.filter((row) => row.zone === zone).map(({ score }) => score);
    return own.length > 0 ? own.reduce((a, b) => Math.min(a, b)) : null;
  };
  return { step, bins, inFrom: lowestOf('in'), reviewFrom: lowestOf('review') };
};

/** Where a score stands on the strip, as a share of its width. */
export const placeOn = ({ bins, step }: Pick<MeritDensity, 'bins' | 'step'>, score: number): number =>
  Math.min(1, Math.max(0, (score - (bins[0]?.from ?? 0)) / (bins.length * step)));

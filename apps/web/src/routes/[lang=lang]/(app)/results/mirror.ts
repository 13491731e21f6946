import type { Results } from '@puente/schemas';

type Mirror = Results['mirror'];
export type Dot = Mirror['dots'][number];

export interface SaidAndWas {
  level: number;
  /** Of ten answers at this level, how many were right. */
  ofTen: number;
  /** The ends of its interval, of ten. */
  between: [number, number];
  responses: number;
  /** Whether what was said lies within the interval, above it, or below. */
  verdict: 'fits' | 'less' | 'more';
}

const tenths = (share: number): number => Math.round(share * 10);

/** What the first sentence is about: the surest level of which enough is known. */
export const surestKnown = (dots: readonly Dot[]): SaidAndWas | undefined => {
  const dot = dots.findLast(({ observed }) => observed !== null);
  if (!dot || dot.observed === null || !dot.interval) return undefined;
  const [low, high] = dot.interval;
  return {
    level: dot.level,
    ofTen: tenths(dot.observed),
    between: [tenths(low), tenths(high)],
    responses: dot.responses,
    verdict: dot.forecast > high ? 'less' : dot.forecast < low ? 'more' : 'fits',
  };
};

/** How far the level that is nearest to saying something still is from it. */
export const nearestLevel = (dots: readonly Dot[]): { level: number; responses: number } | undefined => {
  const [nearest] = dots.filter(({ responses }) => responses > 0).sort((a, b) => b.responses - a.responses);
  return nearest && { level: nearest.level, responses: nearest.responses };
};

/** Which way confidence leans, once its interval leaves zero out. */
export const leaning = (interval: readonly [number, number]): 'over' | 'under' | 'even' =>
  interval[0] > 0 ? 'over' : interval[1] < 0 ? 'under' : 'even';

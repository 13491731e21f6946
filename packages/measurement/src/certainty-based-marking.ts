import { requireBetween } from './requirements.ts';

export type CbmLevel = 1 | 2 | 3;

const wrongMark = { 1: 0, 2: -2, 3: -6 } as const;

/**
 * The certainty level that is honest at probability p.
 *
 * Formula: 1 below 2/3, 2 up to .80, 3 above. There the expected marks p, 4p − 2 and 9p − 6 cross.
 * Range: p in [0, 1]. Errors: RangeError outside.
 * Source: Gardner-Medwin (1995), ALT-J 3; Gardner-Medwin & Gahan (2003).
 * Shapes: one probability. Units: a level, 1, 2 or 3.
 */
export function cbmLevel(p: number): CbmLevel {
  requireBetween(p, 0, 1, 'p');
  return p < 2 / 3 ? 1 : p <= 0.8 ? 2 : 3;
}

/**
 * Mark of an answer given with a certainty level, for learning only and never for a grade.
 *
 * Formula: right answers earn the level, 1, 2 or 3, times the fraction right; with fraction ≤ 0 the
 * mark is 0, −2 or −6. A blank is not marked here: it counts 0.
 * Range: fraction in [−1, 1]; mark in [−6, 3]. Proper: the honest level has the greatest expected
 * mark. Errors: RangeError for a fraction outside [−1, 1] or another level.
 * Source: Gardner-Medwin (1995), ALT-J 3.
 * Shapes: one answer. Units: points.
 */
export function cbmMark(fraction: number, level: CbmLevel): number {
  requireBetween(fraction, -1, 1, 'fraction');
  if (level !== 1 && level !== 2 && level !== 3) {
    throw new RangeError(`level must be 1, 2 or 3: ${String(level)}`);
  }
  return fraction > 0 ? level * fraction : wrongMark[level];
}

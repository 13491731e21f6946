import { linkMeanMean, requireAnchors, type Anchor, type Link } from './link-forms.ts';
import { requirePositive } from './requirements.ts';

export interface AnchorEstimate extends Anchor {
  /** standard error of the difficulty */
  se: number;
}

export interface KeptAnchors {
  /** places of the anchors that stay, ascending */
  kept: number[];
  /** places of those that left, the worst first */
  dropped: number[];
  /** false when fewer than four stay: link by random groups instead */
  enough: boolean;
}

const DRIFT = 0.3;
const STANDARD_ERRORS = 2.58;
const FEWEST = 4;

/**
 * Takes out anchors whose difficulty moved between two forms, one at a time, the worst first.
 *
 * Rule: link by `link` (mean–mean unless told) on the anchors that stay;
 * Δb = b_Y − (A·b_X + B), SE = √(se_Y² + A²·se_X²); an anchor leaves only if |Δb| > .3 and
 * |Δb| > 2.58 SE. With 120 people a form, .3 alone would throw out 1.6 of 6 sound anchors.
 * Shapes: anchors in the same order in both lists. Units: b.
 * Range: every place in one of the lists.
 * Errors: RangeError under two anchors, unequal lists, not finite, a standard error ≤ 0.
 * Source: our choice; Kolen & Brennan (2014), 6.4, on displacement.
 */
export function dropDriftedAnchors(
  anchorsX: readonly AnchorEstimate[],
  anchorsY: readonly AnchorEstimate[],
  link: (x: readonly Anchor[], y: readonly Anchor[]) => Link = linkMeanMean,
): KeptAnchors {
  requireAnchors(anchorsX, anchorsY);
  for (const { se } of [...anchorsX, ...anchorsY]) requirePositive(se, 'a standard error');
  let kept = anchorsX.map((_, j) => j);
  const dropped: number[] = [];
  while (kept.length >= FEWEST) {
    const { A, B } = link(
      kept.map((j) => anchorsX[j]!),
      kept.map((j) => anchorsY[j]!),
    );
    let worst = -1;
    let worstRatio = 0;
    for (const j of kept) {
      const x = anchorsX[j]!;
      const y = anchorsY[j]!;
      const shift = Math.abs(y.difficulty - (A * x.difficulty + B));
      const ratio = shift / Math.sqrt(y.se ** 2 + (A * x.se) ** 2);
      if (shift > DRIFT && ratio > STANDARD_ERRORS && ratio > worstRatio) {
        worst = j;
        worstRatio = ratio;
      }
    }
    if (worst === -1) break;
    dropped.push(worst);
    kept = kept.filter((j) => j !== worst);
  }
  return { kept, dropped, enough: kept.length >= FEWEST };
}

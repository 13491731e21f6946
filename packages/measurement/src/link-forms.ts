import { logistic } from './deterministic-math.ts';
import { requireGuessing, requireItems, type ItemParameters } from './item-parameters.ts';
import { normalGrid } from './normal-grid.ts';
import { finite, requireCount, requireNumber, requirePositive, requireSameLength } from './requirements.ts';

/** An anchor as one form estimated it. */
export type Anchor = Pick<ItemParameters, 'difficulty' | 'discrimination' | 'guessing'>;

/** θ_Y = A·θ_X + B, so that b_Y = A·b_X + B and a_Y = a_X/A. */
export interface Link {
  A: number;
  B: number;
}

/** Refuses anchors that describe no items, and lists that do not match. */
export function requireAnchors(anchorsX: readonly Anchor[], anchorsY: readonly Anchor[]): void {
  requireSameLength(anchorsX, anchorsY, 'anchors of X and Y');
  requireCount(anchorsX.length, 2, 'anchors');
  for (const anchors of [anchorsX, anchorsY]) {
    anchors.forEach(({ difficulty, discrimination, guessing = 0 }, j) => {
      requireNumber(difficulty, `difficulty of anchor ${j}`);
      requirePositive(discrimination, `discrimination of anchor ${j}`);
      requireGuessing(guessing, `guessing of anchor ${j}`);
    });
  }
}

/**
 * Mean–mean link from the scale of form X to that of form Y.
 *
 * Formula: A = ā_X/ā_Y, B = b̄_Y − A·b̄_X, over anchors in the same order in both lists.
 * Range: A > 0. Errors: RangeError under two anchors, unequal lists, not finite, a ≤ 0.
 * For Rasch forms; for 2PL prefer `linkHaebara` or `linkStockingLord`.
 * Source: Loyd & Hoover (1980); Kolen & Brennan (2014), 6.3.
 * Shapes: two lists of at least two anchors. Units: A none, B those of θ.
 */
export function linkMeanMean(anchorsX: readonly Anchor[], anchorsY: readonly Anchor[]): Link {
  requireAnchors(anchorsX, anchorsY);
  const average = (anchors: readonly Anchor[], key: 'difficulty' | 'discrimination'): number => {
    let sum = 0;
    for (const anchor of anchors) sum += anchor[key];
    return sum / anchors.length;
  };
  const A = average(anchorsX, 'discrimination') / average(anchorsY, 'discrimination');
  return finite({ A, B: average(anchorsY, 'difficulty') - A * average(anchorsX, 'difficulty') });
}

/**
 * Haebara's link: the anchors' curves of both forms lie as close as they can, item by item.
 *
 * Formula: A and B minimise Σ_q w_q Σ_j (P_Yj(θ_q) − P_Xj*(θ_q))² on the scale of Y plus the same
 * on the scale of X, w the normal weights; Gauss–Newton from the mean–mean link.
 * Shapes, range and errors as `linkMeanMean`, and RangeError if not converged.
 * Source: Haebara (1980); Kolen & Brennan (2014), 6.3.
 * Units as `linkMeanMean`.
 */
export function linkHaebara(anchorsX: readonly Anchor[], anchorsY: readonly Anchor[]): Link {
  return closestCurves(anchorsX, anchorsY, false);
}

/**
 * Stocking and Lord's link: the anchors' test characteristic curves lie as close as they can.
 *
 * Formula: as `linkHaebara`, with the squared difference of Σ_j P_Yj and Σ_j P_Xj*.
 * Shapes, range and errors as `linkHaebara`.
 * Source: Stocking & Lord (1983); Kolen & Brennan (2014), 6.3.
 * Units as `linkMeanMean`.
 */
export function linkStockingLord(anchorsX: readonly Anchor[], anchorsY: readonly Anchor[]): Link {
  return closestCurves(anchorsX, anchorsY, true);
}

/**
 * Link where chance decided who got which form: both groups have the same abilities.
 *
 * Formula: A = σ_Y/σ_X, B = μ_Y − A·μ_X, from the latent mean and sd of each group on its own scale
 * (0 and 1 where each form was fitted apart, and then A = 1, B = 0).
 * Shapes: mean and sd of two groups. Units: A none, B those of θ. Range: A > 0.
 * Errors: RangeError if not finite or an sd ≤ 0. Source: Kolen & Brennan (2014), 6.2.
 */
export function linkRandomGroups(
  groupX: { mean: number; sd: number },
  groupY: { mean: number; sd: number },
): Link {
  for (const { mean, sd } of [groupX, groupY]) {
    requireNumber(mean, 'mean');
    requirePositive(sd, 'sd');
  }
  const A = groupY.sd / groupX.sd;
  return finite({ A, B: groupY.mean - A * groupX.mean });
}

/**
 * Item parameters of form X on the scale of form Y.
 *
 * Formula: b → A·b + B, a → a/A, c stays. Shapes: one item, one link. Units: θ of form Y. Range:
 * that of item parameters.
 * Errors: RangeError unless A > 0.
 * Source: Kolen & Brennan (2014), 6.3.
 */
export function transformItem<T extends Anchor>(item: T, { A, B }: Link): T {
  requirePositive(A, 'A of a link');
  requireNumber(B, 'B of a link');
  requireItems([item]);
  return finite({
    ...item,
    difficulty: A * item.difficulty + B,
    discrimination: item.discrimination / A,
  });
}

const GRID = normalGrid(41, 0, 1, 4);

/** Residuals of one link, and their slopes by A and B, summed into normal equations. */
function closestCurves(anchorsX: readonly Anchor[], anchorsY: readonly Anchor[], summed: boolean): Link {
  requireAnchors(anchorsX, anchorsY);
  let link = linkMeanMean(anchorsX, anchorsY);
  let here = equations(anchorsX, anchorsY, link, summed);
  let damping = 1e-3;
  for (let iteration = 0; iteration < 200; iteration++) {
    const { aa, ab, bb, ga, gb, loss } = here;
    const determinant = aa * (1 + damping) * bb * (1 + damping) - ab * ab;
    if (!(determinant > 0)) break;
    const stepA = -(bb * (1 + damping) * ga - ab * gb) / determinant;
    const stepB = -(aa * (1 + damping) * gb - ab * ga) / determinant;
    const next = { A: link.A + stepA, B: link.B + stepB };
    const there = next.A > 0.01 ? equations(anchorsX, anchorsY, next, summed) : undefined;
    if (there && there.loss <= loss) {
      link = next;
      here = there;
      damping = Math.max(damping / 10, 1e-12);
      if (Math.abs(stepA) < 1e-10 && Math.abs(stepB) < 1e-10) return link;
    } else {
      if (Math.abs(stepA) < 1e-10 && Math.abs(stepB) < 1e-10) return link;
      damping *= 10;
      if (damping > 1e12) break;
    }
  }
  throw new RangeError('not converged: the anchors give no link');
}

interface Equations {
  aa: number;
  ab: number;
  bb: number;
  ga: number;
  gb: number;
  loss: number;
}

function equations(
  anchorsX: readonly Anchor[],
  anchorsY: readonly Anchor[],
  { A, B }: Link,
  summed: boolean,
): Equations {
  const sums: Equations = { aa: 0, ab: 0, bb: 0, ga: 0, gb: 0, loss: 0 };
  const add = (weight: number, residual: number, byA: number, byB: number): void => {
    sums.loss += weight * residual * residual;
    sums.ga += weight * residual * byA;
    sums.gb += weight * residual * byB;
    sums.aa += weight * byA * byA;
    sums.ab += weight * byA * byB;
    sums.bb += weight * byB * byB;
  };
  for (let q = 0; q < GRID.points.length; q++) {
    const theta = GRID.points[q]!;
    const weight = GRID.weights[q]!;
    for (const onScaleOfY of [true, false]) {
      let residual = 0;
      let byA = 0;
      let byB = 0;
      for (let j = 0; j < anchorsX.length; j++) {
        const x = anchorsX[j]!;
        const y = anchorsY[j]!;
        const cx = x.guessing ?? 0;
        const cy = y.guessing ?? 0;
        let r: number;
        let slopeA: number;
        let slopeB: number;
        if (onScaleOfY) {
          const known = logistic((x.discrimination / A) * (theta - A * x.difficulty - B));
          const slope = (1 - cx) * known * (1 - known) * x.discrimination;
          r = cx + (1 - cx) * known - cy - (1 - cy) * logistic(y.discrimination * (theta - y.difficulty));
          slopeA = (-slope * (theta - B)) / (A * A);
          slopeB = -slope / A;
        } else {
          const known = logistic(y.discrimination * (A * theta + B - y.difficulty));
          const slope = (1 - cy) * known * (1 - known) * y.discrimination;
          r = cy + (1 - cy) * known - cx - (1 - cx) * logistic(x.discrimination * (theta - x.difficulty));
          slopeA = slope * theta;
          slopeB = slope;
        }
        if (summed) {
          residual += r;
          byA += slopeA;
          byB += slopeB;
        } else {
          add(weight, r, slopeA, slopeB);
        }
      }
      if (summed) add(weight, residual, byA, byB);
    }
  }
  return sums;
}

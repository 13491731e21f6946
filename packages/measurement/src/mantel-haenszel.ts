import { log } from './deterministic-math.ts';
import type { Interval } from './intervals.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import { finite, requireCount, requireLevel, requireWhole } from './requirements.ts';

/** One level of ability: reference right A, wrong B; focal right C, wrong D. */
export type DifTable =
  | { A: number; B: number; C: number; D: number }
  | readonly [readonly [number, number], readonly [number, number]];

/** ETS classes: A negligible, B moderate, C large. */
export type EtsClass = 'A' | 'B' | 'C';

export interface MantelHaenszel {
  /** common odds ratio; above 1 the item favours the reference group */
  alpha: number;
  /** without and with the continuity correction; one degree of freedom */
  chiSquared: number;
  chiSquaredCorrected: number;
  /** p of `chiSquaredCorrected` */
  p: number;
  /** −2.35 ln α; below 0 the item is harder for the focal group */
  delta: number;
  /** of `delta` */
  standardError: number;
  interval: Interval;
  etsClass: EtsClass;
  reference: number;
  focal: number;
  /** false under 200 people in the smaller group or 300 in the other: bias cannot be ruled out */
  enough: boolean;
}

const SMALLER_GROUP = 200;
const LARGER_GROUP = 300;

function cells(table: DifTable): [number, number, number, number] {
  if (!('A' in table) && (table.length !== 2 || table.some((row) => row.length !== 2))) {
    throw new RangeError('a table must have two rows of two counts');
  }
  return 'A' in table
    ? [table.A, table.B, table.C, table.D]
    : [table[0][0], table[0][1], table[1][0], table[1][1]];
}

/**
 * Mantel–Haenszel test of whether an item favours one group among people of equal ability.
 *
 * Formula, over levels k with N people: α = Σ(AD/N)/Σ(BC/N);
 * χ² = max(0, |ΣA − ΣE(A)| − ½)²/ΣVar(A), E(A) = n_R m_1/N, Var(A) = n_R n_F m_1 m_0/(N²(N − 1));
 * Δ = −2.35 ln α; the variance of ln α is Robins, Breslow & Greenland's. ETS: A where |Δ| < 1 or Δ
 * does not differ from 0 at .05; C where |Δ| ≥ 1.5 and |Δ| exceeds 1 at .05 one-sided; B between.
 * Shapes: one table a level, {A, B, C, D} or [[A, B], [C, D]]: reference right and wrong, focal
 * right and wrong. Levels with one group only add nothing.
 * Range: α > 0. With groups exchanged α becomes 1/α and Δ −Δ.
 * Units: α an odds ratio; Δ in those of ETS's delta; counts in people.
 * Errors: RangeError for no tables, counts below 0 or not whole, or no level in which both
 * groups met both outcomes (α would be 0, infinite or unknown).
 * Source: Holland & Thayer (1988); Robins, Breslow & Greenland (1986), Biometrics 42; Zieky (1993).
 */
export function mantelHaenszel(tables: readonly DifTable[], level = 0.95): MantelHaenszel {
  requireCount(tables.length, 1, 'tables');
  requireLevel(level);
  let r = 0;
  let s = 0;
  let pr = 0;
  let psqr = 0;
  let qs = 0;
  let excess = 0;
  let variance = 0;
  let reference = 0;
  let focal = 0;
  for (const table of tables) {
    const [a, b, c, d] = cells(table);
    for (const count of [a, b, c, d]) requireWhole(count, 0, 'a count');
    const n = a + b + c + d;
    if (n === 0) continue;
    reference += a + b;
    focal += c + d;
    const rk = (a * d) / n;
    const sk = (b * c) / n;
    const p = (a + d) / n;
    const q = (b + c) / n;
    r += rk;
    s += sk;
    pr += p * rk;
    psqr += p * sk + q * rk;
    qs += q * sk;
    excess += a - ((a + b) * (a + c)) / n;
    if (n > 1) variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  if (!(r > 0) || !(s > 0)) {
    throw new RangeError('no common odds ratio: the groups or the outcomes never meet');
  }
  const alpha = r / s;
  const distance = Math.abs(excess);
  const chiSquared = (distance * distance) / variance;
  const chiSquaredCorrected = Math.max(0, distance - 0.5) ** 2 / variance;
  const delta = -2.35 * log(alpha);
  const standardError = 2.35 * Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
  const p = 2 * normalCdf(-Math.sqrt(chiSquaredCorrected));
  const z = normalQuantile(0.5 + level / 2);
  const size = Math.abs(delta);
  const etsClass: EtsClass =
    size < 1 || p >= 0.05
      ? 'A'
      : size >= 1.5 && (size - 1) / standardError > normalQuantile(0.95)
        ? 'C'
        : 'B';
  return finite({
    alpha,
    chiSquared,
    chiSquaredCorrected,
    p,
    delta,
    standardError,
    interval: [delta - z * standardError, delta + z * standardError],
    etsClass,
    reference,
    focal,
    enough: Math.min(reference, focal) >= SMALLER_GROUP && Math.max(reference, focal) >= LARGER_GROUP,
  });
}

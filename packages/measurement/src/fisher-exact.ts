import { exp } from './deterministic-math.ts';
import { logGamma } from './log-gamma.ts';
import { requireCount, requireWhole } from './requirements.ts';

/** Two groups (rows) by two outcomes (columns). */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/** Tables this little likelier than the observed one count as equally likely, as in R. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table, two-sided.
 *
 * Formula: the sum of the hypergeometric probabilities, margins fixed, of all tables that are no
 * likelier than the observed one.
 * Shapes: [[a, b], [c, d]], whole counts. Range: p in (0, 1].
 * Units: counts in people, p a probability.
 * Errors: RangeError for counts that are not whole or below 0, or an empty table.
 * Source: Fisher (1935); R, fisher.test.
 */
export function fisherExact(table: TwoByTwo): number {
  if (table.length !== 2 || table.some((row) => row.length !== 2)) {
    throw new RangeError('the table must have two rows of two counts');
  }
  const [[a, b], [c, d]] = table;
  for (const count of [a, b, c, d]) requireWhole(count, 0, 'count');
  requireCount(a + b + c + d, 1, 'people');
  const rows = [a + b, c + d] as const;
  const right = a + c;
  const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const whole = logChoose(rows[0] + rows[1], right);
  const probability = (x: number): number =>
    exp(logChoose(rows[0], x) + logChoose(rows[1], right - x) - whole);
  const observed = probability(a) * EQUALLY_LIKELY;
  let total = 0;
  let asExtreme = 0;
  for (let x = Math.max(0, right - rows[1]); x <= Math.min(rows[0], right); x++) {
    const p = probability(x);
    total += p;
    if (p <= observed) asExtreme += p;
  }
  return Math.min(1, asExtreme / total);
}

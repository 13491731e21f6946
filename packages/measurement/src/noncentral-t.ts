import { exp, log } from './deterministic-math.ts';
import type { Interval } from './intervals.ts';
import { logGamma } from './log-gamma.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import { requireLevel, requireNumber } from './requirements.ts';

const STEPS = 240;
const REACH = 9;

/** Points of S = √(χ²/df) with their Simpson weights times the density of S. */
function scaleWeights(df: number): { points: Float64Array; weights: Float64Array } {
  if (!(df >= 1) || df === Infinity) throw new RangeError(`df must be at least 1: ${df}`);
  const reach = REACH / Math.sqrt(2 * df);
  const low = Math.max(0, 1 - reach);
  const step = (1 + reach - low) / STEPS;
  const front = log(2) + (df / 2) * log(df / 2) - logGamma(df / 2);
  const points = new Float64Array(STEPS + 1);
  const weights = new Float64Array(STEPS + 1);
  for (let i = 0; i <= STEPS; i++) {
    const s = low + i * step;
    const density = s === 0 ? (df === 1 ? exp(front) : 0) : exp(front + (df - 1) * log(s) - (df * s * s) / 2);
    const simpson = i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2;
    points[i] = s;
    weights[i] = (density * simpson * step) / 3;
  }
  return { points, weights };
}

/**
 * Distribution function of the noncentral t: P((Z + δ)/S ≤ t), S² = χ²/df.
 *
 * Formula: ∫ Φ(t·s − δ) f(s) ds over the density f of S, by Simpson's rule on ±9 standard
 * deviations of S. Range: df ≥ 1; result in [0, 1]; absolute error below 1e-8.
 * Errors: RangeError for df < 1 or values that are not finite. Source: definition.
 */
export function noncentralTCdf(t: number, df: number, noncentrality: number): number {
  requireNumber(t, 't');
  requireNumber(noncentrality, 'noncentrality');
  return below(t, noncentrality, scaleWeights(df));
}

function below(
  t: number,
  noncentrality: number,
  { points, weights }: { points: Float64Array; weights: Float64Array },
): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    sum += weights[i]! * normalCdf(t * points[i]! - noncentrality);
  }
  return Math.min(1, Math.max(0, sum));
}

/**
 * The noncentralities at which the observed t has (1 ± level)/2 of the distribution below it.
 *
 * Formula: root of `noncentralTCdf`, which falls as δ grows, by false position (Illinois).
 * Errors: RangeError as there. Source: Steiger & Fouladi (1997).
 */
export function noncentralityInterval(t: number, df: number, level = 0.95): Interval {
  requireLevel(level);
  requireNumber(t, 't');
  const scale = scaleWeights(df);
  const solve = (probability: number): number => {
    const target = normalQuantile(probability);
    // in normal quantiles the curve is nearly straight
    const excess = (noncentrality: number): number => {
      const share = below(t, noncentrality, scale);
      return normalQuantile(Math.min(Math.max(share, 1e-300), 1 - 1e-16)) - target;
    };
    let reach = 3 + Math.abs(t) / Math.sqrt(df);
    while (excess(t - reach) < 0 || excess(t + reach) > 0) reach *= 2;
    let low = t - reach;
    let high = t + reach;
    let atLow = excess(low);
    let atHigh = excess(high);
    let side = 0;
    for (let i = 0; i < 100 && high - low > 1e-10 * (1 + Math.abs(t)); i++) {
      const middle = (low * atHigh - high * atLow) / (atHigh - atLow);
      const atMiddle = excess(middle);
      if (Math.abs(atMiddle) < 1e-12) return middle;
      if (atMiddle > 0) {
        low = middle;
        atLow = atMiddle;
        if (side === 1) atHigh /= 2;
        side = 1;
      } else {
        high = middle;
        atHigh = atMiddle;
        if (side === -1) atLow /= 2;
        side = -1;
      }
    }
    return (low + high) / 2;
  };
  return [solve((1 + level) / 2), solve((1 - level) / 2)];
}

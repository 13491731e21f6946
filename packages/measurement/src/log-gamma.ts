import { log } from './deterministic-math.ts';

/**
 * log Γ(x) for x > 0.
 *
 * Formula: Γ(x) = Γ(x + m)/(x(x + 1)…(x + m − 1)) up to x + m ≥ 15, then Stirling's series.
 * Range: x > 0. Relative error about 1e-14.
 * Errors: RangeError for x ≤ 0 or not finite. Source: Abramowitz & Stegun 6.1.40.
 */
export function logGamma(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`logGamma needs x > 0: ${x}`);
  let shift = 1;
  let z = x;
  while (z < 15) {
    shift *= z;
    z += 1;
  }
  const r = 1 / (z * z);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188))))) / z;
  return (z - 0.5) * log(z) - z + 0.9189385332046727 + series - log(shift);
}

import { exp, log } from './deterministic-math.ts';

const SQRT_TWO_PI = 2.5066282746310002;

/** Density of the standard normal, e^{−z²/2}/√(2π). Range: z any number; result in [0, .399]. */
export function normalDensity(z: number): number {
  return exp(-0.5 * z * z) / SQRT_TWO_PI;
}

/**
 * Distribution function of the standard normal, Φ(z) = P(Z ≤ z).
 *
 * Formula: for |z| < 3 the series ½ + φ(z)(z + z³/3 + z⁵/15 + …) near the middle and a continued
 * fraction for the tail; 0 or 1 beyond 38.
 * Range: z any number; result in [0, 1]; relative error in either tail about 1e-13.
 * Errors: RangeError for NaN. Source: Marsaglia (2004), J. Stat. Software 11(4); Abramowitz &
 * Stegun 26.2.14.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z is not a number');
  const size = Math.abs(z);
  if (size > 38) return z > 0 ? 1 : 0;
  if (size < 3) {
    let term = z;
    let sum = z;
    for (let i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
      term *= (z * z) / i;
      sum += term;
    }
    return 0.5 + normalDensity(z) * sum;
  }
  let fraction = size;
  for (let i = 10 + Math.floor(700 / (size * size)); i >= 1; i--) fraction = size + i / fraction;
  const tail = normalDensity(size) / fraction;
  return z > 0 ? 1 - tail : tail;
}

/**
 * Quantile of the standard normal: the z with Φ(z) = p.
 *
 * Formula: the rational approximations of algorithm AS 241 (PPND16).
 * Range: p in (0, 1). Relative error about 1e-16.
 * Errors: RangeError for p outside (0, 1). Source: Wichura (1988), Applied Statistics 37(3).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie in (0, 1): ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const top =
      ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
        45921.953931549871457) *
        r +
        13731.693765509461125) *
        r +
        1971.5909503065514427) *
        r +
        133.14166789178437745) *
        r +
      3.387132872796366608;
    const bottom =
      ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
      1;
    return (q * top) / bottom;
  }
  let r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  let top: number;
  let bottom: number;
  if (r <= 5) {
    r -= 1.6;
    top =
      ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
        1.27045825245236838258) *
        r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
      1.42343711074968357734;
    bottom =
      ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
        0.14810397642748007459) *
        r +
        0.68976733498510000455) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
      1;
  } else {
    r -= 5;
    top =
      ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
        0.026532189526576123093) *
        r +
        0.29656057182850489123) *
        r +
        1.7848265399172913358) *
        r +
        5.4637849111641143699) *
        r +
      6.6579046435011037772;
    bottom =
      ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
        7.868691311456132591e-4) *
        r +
        0.0148753612908506148525) *
        r +
        0.13692988092273580531) *
        r +
        0.59983220655588793769) *
        r +
      1;
  }
  return q < 0 ? -top / bottom : top / bottom;
}

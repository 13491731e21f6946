import { exp, log, logOnePlus } from './deterministic-math.ts';
import { logGamma } from './log-gamma.ts';
import { requireBetween } from './requirements.ts';

function continuedFraction(a: number, b: number, x: number): number {
  const TINY = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let h = d;
  for (let m = 1; m <= 10000; m++) {
    let factor = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + factor * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + factor / c;
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    factor = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + factor * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + factor / c;
    if (Math.abs(c) < TINY) c = TINY;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) return h;
    if (m > 200 && Math.abs(step - 1) < 1e-14) return h;
  }
  throw new RangeError(`the incomplete beta did not converge at a = ${a}, b = ${b}, x = ${x}`);
}

/**
 * Regularised incomplete beta I_x(a, b), the distribution function of a beta variable.
 *
 * Formula: x^a(1 − x)^b/(a·B(a, b)) times Lentz's continued fraction, or 1 − I_{1−x}(b, a).
 * Range: a, b > 0, x in [0, 1]; result in [0, 1].
 * Errors: RangeError outside that range or not converged.
 * Source: Press et al., Numerical Recipes, 6.4.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (!(a > 0) || !(b > 0)) throw new RangeError(`a and b must be positive: ${a}, ${b}`);
  requireBetween(x, 0, 1, 'x');
  if (x === 0 || x === 1) return x;
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * logOnePlus(-x));
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(a, b, x)) / a;
  return 1 - (front * continuedFraction(b, a, 1 - x)) / b;
}

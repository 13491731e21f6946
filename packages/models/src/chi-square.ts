import { requireNotNegative, requireWhole } from './requirements.ts';

/** The complementary error function for x ≥ 0: a series near 0, a continued fraction beyond. */
function erfc(x: number): number {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 200 && Math.abs(term) > 1e-18 * sum; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = x;
  for (let n = 120; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

/**
 * The probability of a chi-square at least as large, if only chance is at work.
 *
 * Formula: Q(k/2, x/2), by Q(a + 1, y) = Q(a, y) + yᵃe⁻ʸ/Γ(a + 1) from Q(½, y) = erfc √y or Q(1, y) = e⁻ʸ.
 * Units: none. Range: statistic from 0, degrees of freedom 1 to 100. Errors: RangeError outside it.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.4.
 */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  requireNotNegative(statistic, 'statistic');
  requireWhole(degreesOfFreedom, 1, 100, 'degreesOfFreedom');
  const y = statistic / 2;
  const odd = degreesOfFreedom % 2 === 1;
  let tail = odd ? erfc(Math.sqrt(y)) : Math.exp(-y);
  let term = odd ? (Math.sqrt(y) * Math.exp(-y)) / (Math.sqrt(Math.PI) / 2) : y * Math.exp(-y);
  for (let a = odd ? 0.5 : 1; a < degreesOfFreedom / 2; a++) {
    tail += term;
    term *= y / (a + 1);
  }
  return Math.min(1, tail);
}

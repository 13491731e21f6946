/**
 * ∫₀ᵗ e^{−a(t−u)} e^{−bu} du: what is left in the second of two first-order stores a time after a unit enters
 * the first, for each unit of the rate between them. Exact where a and b meet, where (e^{−at} − e^{−bt})/(b −
 * a) is 0/0.
 */
export function exponentialPair(a: number, b: number, time: number): number {
  const slow = Math.min(a, b);
  const x = Math.abs(b - a) * time;
  return time * Math.exp(-slow * time) * (x < 1e-8 ? 1 - x / 2 : -Math.expm1(-x) / x);
}

/** ∫₀ᵗ of the pair with a third exponential; `a` and `b` must differ, `c` may equal either. */
export function exponentialTriple(a: number, b: number, c: number, time: number): number {
  return (exponentialPair(b, c, time) - exponentialPair(a, c, time)) / (a - b);
}

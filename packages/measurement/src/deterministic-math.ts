/*
 * ECMAScript leaves the last bits of Math.exp and Math.log to the engine, so a snapshot computed
 * with them could change with the next engine. These use only + − × ÷ and exact powers of two.
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

const SMALLEST_EXPONENT = -1074;
const powersOfTwo = new Float64Array(2098);
powersOfTwo[-SMALLEST_EXPONENT] = 1;
for (let e = 1; e <= 1023; e++) {
  powersOfTwo[e - SMALLEST_EXPONENT] = powersOfTwo[e - 1 - SMALLEST_EXPONENT]! * 2;
}
for (let e = -1; e >= SMALLEST_EXPONENT; e--) {
  powersOfTwo[e - SMALLEST_EXPONENT] = powersOfTwo[e + 1 - SMALLEST_EXPONENT]! / 2;
}

const scratch = new Float64Array(1);
const scratchWords = new Uint32Array(scratch.buffer);
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const HIGH = littleEndian ? 1 : 0;

/**
 * e^x, the same bits on every machine.
 *
 * Formula: x = k·ln 2 + r with |r| ≤ ½ ln 2; e^r from the rational approximation of fdlibm; × 2^k.
 * Units and range: x any number; result in [0, ∞]. Relative error below 1e-15.
 * Errors: none; NaN gives NaN, so callers check their input.
 * Source: Sun Microsystems fdlibm, e_exp.c (freely redistributable).
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (x !== x) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * powersOfTwo[1023 - SMALLEST_EXPONENT]!;
  if (k < -1021) {
    return y * powersOfTwo[k + 1000 - SMALLEST_EXPONENT]! * powersOfTwo[-1000 - SMALLEST_EXPONENT]!;
  }
  return y * powersOfTwo[k - SMALLEST_EXPONENT]!;
}

/**
 * Natural logarithm, the same bits on every machine.
 *
 * Formula: x = 2^k·(1 + f) with √½ < 1 + f < √2; s = f/(2 + f);
 * log(1 + f) = f − f²/2 + s(f²/2 + R(s²)); + k·ln 2.
 * Units and range: x ≥ 0; 0 gives −∞. Relative error below 1e-15.
 * Errors: none; a negative x or NaN gives NaN, so callers check their input.
 * Source: Sun Microsystems fdlibm, e_log.c (freely redistributable).
 */
export function log(x: number): number {
  if (!(x >= 0)) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let k = 0;
  scratch[0] = x;
  let highWord = scratchWords[HIGH]! | 0;
  if (highWord < 0x00100000) {
    k = -54;
    scratch[0] = x * 18014398509481984;
    highWord = scratchWords[HIGH]! | 0;
  }
  k += (highWord >> 20) - 1023;
  highWord &= 0x000fffff;
  const i = (highWord + 0x95f64) & 0x100000;
  scratchWords[HIGH] = highWord | (i ^ 0x3ff00000);
  k += i >> 20;
  const f = scratch[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + odd + even) + k * LN2_LOW) - f);
}

/**
 * log(1 + x), exact near 0 where log(1 + x) alone would lose digits.
 *
 * Formula: with u = 1 + x in floating point, log(u)·x/(u − 1), and x itself where u = 1.
 * Range: x > −1. Errors: none. Source: Kahan's trick, in Goldberg (1991), theorem 4.
 */
export function logOnePlus(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : log(u) * (x / (u - 1));
}

/**
 * The logistic function 1/(1 + e^−x).
 *
 * Range: x any number; result in [0, 1]. Errors: none.
 */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/**
 * log(1 + e^x) without overflow.
 *
 * Range: x any number; result in [0, ∞). Errors: none.
 */
export function logOnePlusExp(x: number): number {
  return x > 0 ? x + logOnePlus(exp(-x)) : logOnePlus(exp(x));
}

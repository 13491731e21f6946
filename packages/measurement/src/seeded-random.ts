import { exp, log } from './deterministic-math.ts';

export interface SeededRandom {
  /** the next uniform number in [0, 1), a multiple of 2^−53 */
  next(): number;
  /** a whole number in [0, n), every one equally likely; n from 1 to 2^32 */
  integer(n: number): number;
  /** a standard normal number */
  normal(): number;
  /** fills the array with what as many calls of `normal` would give, only faster */
  fillNormal(target: Float64Array): void;
  /** the same items in random order, as a new array */
  shuffle<T>(items: readonly T[]): T[];
}

function scramble(word: number): number {
  let z = word | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

function initialState(seed: number | string): Int32Array {
  if (typeof seed !== 'string' && !(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff)) {
    throw new RangeError(`a seed must be text or a whole number from 0 to 2^32 − 1: ${seed}`);
  }
  const word = (i: number): number => {
    if (typeof seed === 'number') return scramble((seed + (i + 1) * 0x9e3779b9) | 0);
    let hash = (0x811c9dc5 + i * 0x9e3779b9) | 0;
    for (let j = 0; j < seed.length; j++) {
      const unit = seed.charCodeAt(j);
      hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    }
    return scramble(hash);
  };
  return Int32Array.of(word(0), word(1), word(2), word(3));
}

const LAYERS = 128;
const TAIL_START = 3.442619855899;
const LAYER_AREA = 9.91256303526217e-3;
const layerEdge = new Float64Array(LAYERS + 1);
const layerRatio = new Float64Array(LAYERS);
{
  let density = exp(-0.5 * TAIL_START * TAIL_START);
  layerEdge[0] = LAYER_AREA / density;
  layerEdge[1] = TAIL_START;
  for (let i = 2; i < LAYERS; i++) {
    layerEdge[i] = Math.sqrt(-2 * log(LAYER_AREA / layerEdge[i - 1]! + density));
    density = exp(-0.5 * layerEdge[i]! * layerEdge[i]!);
  }
  for (let i = 0; i < LAYERS; i++) layerRatio[i] = layerEdge[i + 1]! / layerEdge[i]!;
}

/**
 * A generator of random numbers whose stream depends on the seed alone and is the same on every
 * machine, engine and year.
 *
 * The stream: xoshiro128** (32-bit words). A numeric seed s fills the four state words with
 * scramble(s + i·0x9e3779b9), i = 1…4 (splitmix32). A string fills word i = 0…3 with
 * scramble(FNV-1a of its UTF-16 code units, low byte first, offset basis
 * 0x811c9dc5 + i·0x9e3779b9).
 * - `next`: two words a, b → (⌊a/2^5⌋·2^26 + ⌊b/2^6⌋)/2^53.
 * - `integer(n)`: ⌊w·n/2^32⌋ of the first word w with w·n mod 2^32 ≥ 2^32 mod n (Lemire).
 * - `normal`: the ziggurat with 128 layers, ZIGNOR; u = 2·next − 1, and the layer from the bits
 *   that `next` leaves over, (a mod 2^5)·4 + b mod 4; tables with our own `exp` and `log`.
 * - `shuffle`: Fisher–Yates from the last place, j = integer(i + 1).
 *
 * Formula and shapes: as the stream says; the seed is one number or text.
 * Units: none. Range: as each method says.
 * Errors: RangeError for a numeric seed outside 0…2^32 − 1, and for n outside 1…2^32.
 * Source: Blackman & Vigna (2021), ACM TOMS 47(4); Steele, Lea & Flood (2014); Marsaglia & Tsang
 * (2000), J. Stat. Software 5(8); Doornik (2005), ZIGNOR; Lemire (2019), ACM TOMACS 29(1).
 * Not for secrets.
 */
export function seededRandom(seed: number | string): SeededRandom {
  // a typed array, since captured variables may be boxed
  const state = initialState(seed);

  const word = (): number => {
    const s1 = state[1]!;
    const scaled = Math.imul(s1, 5);
    const s2 = state[2]! ^ state[0]!;
    const s3 = state[3]! ^ s1;
    state[1] = s1 ^ s2;
    state[0] = state[0]! ^ s3;
    state[2] = s2 ^ (s1 << 9);
    state[3] = (s3 << 11) | (s3 >>> 21);
    return Math.imul((scaled << 7) | (scaled >>> 25), 9);
  };

  const uniform = (a: number, b: number): number =>
    ((a >>> 5) * 67108864 + (b >>> 6)) * 1.1102230246251565e-16;

  const next = (): number => uniform(word(), word());

  const integer = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > 4294967296) {
      throw new RangeError(`integer(n) needs a whole n from 1 to 2^32: ${n}`);
    }
    for (;;) {
      // the 64-bit product word·n in two exact halves
      const drawn = word();
      const low = (drawn & 0xffff) * n;
      const carried = (drawn >>> 16) * n + Math.floor(low / 65536);
      const whole = Math.floor(carried / 65536);
      const rest = (carried - whole * 65536) * 65536 + (low - Math.floor(low / 65536) * 65536);
      if (rest >= n || rest >= 4294967296 % n) return whole;
    }
  };

  const outsideLayer = (u: number, layer: number): number => {
    if (layer === 0) {
      for (;;) {
        const x = log(1 - next()) / TAIL_START;
        const y = log(1 - next());
        if (-2 * y >= x * x) return u < 0 ? x - TAIL_START : TAIL_START - x;
      }
    }
    const x = u * layerEdge[layer]!;
    const top = exp(-0.5 * (layerEdge[layer]! * layerEdge[layer]! - x * x));
    const bottom = exp(-0.5 * (layerEdge[layer + 1]! * layerEdge[layer + 1]! - x * x));
    return bottom + next() * (top - bottom) < 1 ? x : normal();
  };

  const normal = (): number => {
    const a = word();
    const b = word();
    const u = 2 * uniform(a, b) - 1;
    const layer = ((a & 31) << 2) | (b & 3);
    return Math.abs(u) < layerRatio[layer]! ? u * layerEdge[layer]! : outsideLayer(u, layer);
  };

  return {
    next,
    integer,
    normal,
    fillNormal(target) {
      for (let i = 0; i < target.length; i++) {
        // `normal` once more, since a call would box each number
        const a = word();
        const b = word();
        const u = 2 * uniform(a, b) - 1;
        const layer = ((a & 31) << 2) | (b & 3);
        target[i] = Math.abs(u) < layerRatio[layer]! ? u * layerEdge[layer]! : outsideLayer(u, layer);
      }
    },
    shuffle(items) {
      const shuffled = items.slice();
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        const moved = shuffled[i]!;
        shuffled[i] = shuffled[j]!;
        shuffled[j] = moved;
      }
      return shuffled;
    },
  };
}

import { requireCount, requireDistinct, requireNumber, requireWhole } from './requirements.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

export interface RankEstimate {
  id: string;
  mean: number;
  sd: number;
}

export interface TopKInput {
  estimates: readonly RankEstimate[];
  /** seats */
  k: number;
  draws: number;
  seed: number | string;
}

export interface TopKResult {
  id: string;
  /** P(top K) */
  probability: number;
  /** 90 % interval of the rank, 1 the best */
  rankInterval: [low: number, high: number];
}

export interface TopKProgress {
  done: number;
  draws: number;
}

const EXACT_CANDIDATES = 4096;
const BINS_AN_OCTAVE = 128;
const FLUSH_DRAWS = 64;
const VALUES_A_STEP = 1 << 17;
const CROWDED = 32;

interface RankBins {
  binOf: Uint16Array;
  lowest: number[];
  highest: number[];
}

function rankBins(candidates: number): RankBins {
  const binOf = new Uint16Array(candidates + 1);
  const lowest: number[] = [];
  const highest: number[] = [];
  let width = 1;
  for (let rank = 1; rank <= candidates; rank += width) {
    if (candidates > EXACT_CANDIDATES && rank > 2 * BINS_AN_OCTAVE * width) width *= 2;
    const end = Math.min(candidates, rank + width - 1);
    binOf.fill(lowest.length, rank, end + 1);
    lowest.push(rank);
    highest.push(end);
  }
  return { binOf, lowest, highest };
}

/** Largest first. A heap, since a crowded bucket may hold everybody. */
function heapSortDescending(values: Float64Array, who: Int32Array, from: number, to: number): void {
  const size = to - from;
  const sink = (root: number, end: number): void => {
    const value = values[from + root]!;
    const index = who[from + root]!;
    for (;;) {
      let child = 2 * root + 1;
      if (child >= end) break;
      if (child + 1 < end && values[from + child + 1]! < values[from + child]!) child += 1;
      if (values[from + child]! >= value) break;
      values[from + root] = values[from + child]!;
      who[from + root] = who[from + child]!;
      root = child;
    }
    values[from + root] = value;
    who[from + root] = index;
  };
  for (let root = (size >> 1) - 1; root >= 0; root--) sink(root, size);
  for (let end = size - 1; end > 0; end--) {
    const value = values[from]!;
    const index = who[from]!;
    values[from] = values[from + end]!;
    who[from] = who[from + end]!;
    values[from + end] = value;
    who[from + end] = index;
    sink(0, end);
  }
}

interface Draw {
  n: number;
  k: number;
  buckets: number;
  high: number;
  scale: number;
  means: Float64Array;
  sds: Float64Array;
  normals: Float64Array;
  drawn: Float64Array;
  bucketOf: Int32Array;
  starts: Int32Array;
  values: Float64Array;
  who: Int32Array;
  clear: Float64Array;
  binOf: Uint16Array;
}

/** Leaves the drawn values, largest first, in `values` and whose they are in `who`. */
function sortDraw(draw: Draw): void {
  const { n, buckets, high, scale, means, sds, normals, drawn, bucketOf, starts, values, who } = draw;
  starts.fill(0);
  for (let i = 0; i < n; i++) {
    const value = means[i]! + sds[i]! * normals[i]!;
    drawn[i] = value;
    const place = (high - value) * scale;
    const bucket = place < 0 ? 0 : place >= buckets ? buckets - 1 : place | 0;
    bucketOf[i] = bucket;
    starts[bucket]! += 1;
  }
  let largest = 0;
  let before = 0;
  for (let b = 0; b < buckets; b++) {
    const count = starts[b]!;
    if (count > largest) largest = count;
    starts[b] = before;
    before += count;
  }
  for (let i = 0; i < n; i++) {
    const bucket = bucketOf[i]!;
    const at = starts[bucket]!;
    starts[bucket] = at + 1;
    values[at] = drawn[i]!;
    who[at] = i;
  }
  if (largest > CROWDED) {
    let from = 0;
    for (let b = 0; b < buckets; b++) {
      const to = starts[b]!;
      if (to - from > CROWDED) heapSortDescending(values, who, from, to);
      from = to;
    }
  }
  for (let place = 1; place < n; place++) {
    const value = values[place]!;
    if (values[place - 1]! >= value) continue;
    const index = who[place]!;
    let at = place;
    do {
      values[at] = values[at - 1]!;
      who[at] = who[at - 1]!;
      at -= 1;
    } while (at > 0 && values[at - 1]! < value);
    values[at] = value;
    who[at] = index;
  }
}

/** Adds one sorted draw to the seats won, and writes each candidate's rank bin. */
function rankDraw(draw: Draw, random: SeededRandom, row: Uint16Array): void {
  const { n, k, values, who, clear, binOf } = draw;
  for (let start = 0; start < n;) {
    const value = values[start]!;
    let end = start + 1;
    if (end === n || values[end]! !== value) {
      const i = who[start]!;
      if (start < k) clear[i]! += 1;
      row[i] = binOf[end]!;
      start = end;
      continue;
    }
    while (end < n && values[end] === value) end += 1;
    const size = end - start;
    // equal draws share the seats left for them, and take turns at their places
    const share = end <= k ? 1 : start >= k ? 0 : (k - start) / size;
    const turn = random.integer(size);
    for (let place = start; place < end; place++) {
      const i = who[place]!;
      clear[i]! += share;
      row[i] = binOf[start + 1 + ((place - start + turn) % size)]!;
    }
    start = end;
  }
}

function addPending(
  histogram: Uint16Array | Uint32Array,
  pending: Uint16Array,
  n: number,
  bins: number,
  draws: number,
): void {
  for (let i = 0; i < n; i++) {
    const base = i * bins;
    for (let d = 0, at = i; d < draws; d++, at += n) histogram[base + pending[at]!]! += 1;
  }
}

function requireTopKInput({ estimates, k, draws }: TopKInput): void {
  requireCount(estimates.length, 1, 'candidates');
  requireDistinct(
    estimates.map((estimate) => estimate.id),
    'estimates',
  );
  for (const { id, mean, sd } of estimates) {
    requireNumber(mean, `mean of ${id}`);
    requireNumber(sd, `sd of ${id}`);
    if (sd < 0) throw new RangeError(`sd of ${id} must not be negative: ${sd}`);
  }
  requireWhole(k, 1, 'k');
  if (k > estimates.length) throw new RangeError(`k exceeds the candidates: ${k}`);
  requireWhole(draws, 1, 'draws');
}

/**
 * The work of `topK` in steps of some ten milliseconds: yields its progress, returns the result.
 *
 * A job runs `for (;;) { const step = steps.next(); …; await setImmediate(); }` and blocks nobody.
 * Meaning, shapes and errors as `topK`.
 * Formula, units, range and source as `topK`.
 */
export function* topKSteps(input: TopKInput): Generator<TopKProgress, TopKResult[], void> {
  requireTopKInput(input);
  const { k, draws } = input;
  const sorted = [...input.estimates].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const n = sorted.length;
  const { binOf, lowest, highest } = rankBins(n);
  const means = Float64Array.from(sorted, (estimate) => estimate.mean);
  const sds = Float64Array.from(sorted, (estimate) => estimate.sd);

  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < n; i++) {
    low = Math.min(low, means[i]! - 4 * sds[i]!);
    high = Math.max(high, means[i]! + 4 * sds[i]!);
  }
  let buckets = 64;
  while (buckets < 2 * n) buckets *= 2;
  const scale = high > low ? buckets / (high - low) : 0;

  const random = seededRandom(input.seed);
  const draw: Draw = {
    n,
    k,
    buckets,
    high,
    scale,
    means,
    sds,
    normals: new Float64Array(n),
    drawn: new Float64Array(n),
    bucketOf: new Int32Array(n),
    starts: new Int32Array(buckets + 1),
    values: new Float64Array(n),
    who: new Int32Array(n),
    clear: new Float64Array(n),
    binOf,
  };
  const bins = lowest.length;
  const histogram = draws <= 0xffff ? new Uint16Array(n * bins) : new Uint32Array(n * bins);
  const pending = new Uint16Array(n * FLUSH_DRAWS);
  let pendingDraws = 0;
  const flush = (): void => {
    addPending(histogram, pending, n, bins, pendingDraws);
    pendingDraws = 0;
  };

  const drawsAStep = Math.max(1, Math.floor(VALUES_A_STEP / n));
  for (let done = 0; done < draws;) {
    const end = Math.min(draws, done + drawsAStep);
    for (; done < end; done++) {
      random.fillNormal(draw.normals);
      sortDraw(draw);
      rankDraw(draw, random, pending.subarray(pendingDraws * n, (pendingDraws + 1) * n));
      pendingDraws += 1;
      if (pendingDraws === FLUSH_DRAWS) flush();
    }
    yield { done, draws };
  }
  flush();

  const results = new Map<string, TopKResult>();
  for (let i = 0; i < n; i++) {
    const rankAt = (share: number, edges: number[]): number => {
      let seen = 0;
      for (let b = 0; b < bins; b++) {
        seen += histogram[i * bins + b]!;
        if (seen >= share * draws) return edges[b]!;
      }
      return n;
    };
    const { id } = sorted[i]!;
    results.set(id, {
      id,
      probability: Math.min(1, draw.clear[i]! / draws),
      rankInterval: [rankAt(0.05, lowest), rankAt(0.95, highest)],
    });
  }
  return input.estimates.map(({ id }) => results.get(id)!);
}

/**
 * How sure a place is: each candidate's probability of being among the best K, and a 90 % interval
 * of the rank.
 *
 * Formula: draw θ* ~ N(mean, sd²) for everybody `draws` times, rank each draw; P(top K) is the share
 * of draws with rank ≤ K, the interval the 5 % and 95 % quantiles of the ranks. Equal draws share
 * the seats left for them, so that Σ P(top K) = K.
 * Shapes: candidates with distinct ids in any order; results in the same order, and independent of
 * it, since draws go by id. Use 10,000 draws: P has then a simulation error of .005 at most.
 * Units: mean and sd in any one unit. Range: probability in [0, 1], ranks 1…n; beyond 4,096
 * candidates, ranks over 256 are rounded outwards by less than 1 %.
 * The same input and seed give the same bytes on every machine.
 * Errors: RangeError if empty, an id appears twice, a mean or sd is not finite, sd < 0, k is not a
 * whole number from 1 to n, draws is not a whole number of at least 1.
 * Source: Goldstein & Spiegelhalter (1996), J. R. Statist. Soc. A 159.
 */
export function topK(input: TopKInput & { onProgress?: (progress: TopKProgress) => void }): TopKResult[] {
  const steps = topKSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    input.onProgress?.(step.value);
  }
}

import type { Interval } from './intervals.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import { requireCount, requireLevel, requireWhole } from './requirements.ts';
import { seededRandom } from './seeded-random.ts';

export interface BootstrapOptions<T> {
  /** resamples; 2,000 unless told */
  replicates?: number;
  /** of the resampling; fixed unless told, so that a figure does not change when read again */
  seed?: number | string;
  level?: number;
  /** bias-corrected and accelerated, or plain percentiles, which cover too little */
  method?: 'bca' | 'percentile';
  /** resamples within these groups, such as the order of the forms */
  stratum?: (item: T) => string;
}

const JACKKNIFE_BLOCKS = 500;

/**
 * Bootstrap interval of a statistic.
 *
 * Formula: B resamples of the sample's size with replacement (within strata where given); BCa takes
 * the percentiles Φ(z₀ + (z₀ + z_α)/(1 − a(z₀ + z_α))), z₀ from the share of resamples below the
 * estimate (ties count half), a = Σd³/(6(Σd²)^1.5) from the jackknife, d = mean − value left out;
 * above 500 items the jackknife leaves out one of 500 equal blocks at a time. Quantiles interpolate
 * between order statistics at α(B + 1).
 * Shapes: n ≥ 10 items of any kind; the statistic gets a list of the same length, or shorter in
 * the jackknife, and must not keep or change it. The sample's order matters to the draws: sort it
 * first where a result must not depend on it. Units: those of the statistic.
 * BCa covers 93–97 % at level .95 from n = 30, for means of normal and mildly skewed values and for
 * effect sizes; at n = 20 it covers 92–93 %, and percentiles 92 %.
 * Range: that of the statistic.
 * Errors: RangeError under ten items, a statistic that is not finite, one that is the same in every
 * resample, or an estimate outside all of them.
 * Source: Efron (1987), JASA 82; Davison & Hinkley (1997), 5.3.
 */
export function bootstrapInterval<T>(
  sample: readonly T[],
  statistic: (resample: readonly T[]) => number,
  options: BootstrapOptions<T> = {},
): Interval {
  const { replicates = 2000, seed = 'bootstrap', level = 0.95, method = 'bca', stratum } = options;
  requireCount(sample.length, 10, 'items to resample');
  requireWhole(replicates, 100, 'replicates');
  requireLevel(level);
  const finite = (value: number): number => {
    if (!Number.isFinite(value)) throw new RangeError(`the statistic is not finite: ${value}`);
    return value;
  };

  const n = sample.length;
  const estimate = finite(statistic(sample));
  const random = seededRandom(seed);
  const strata = stratum ? [...groupBy(sample, stratum).values()] : [sample];
  const resample = sample.slice();
  const values = new Float64Array(replicates);
  let below = 0;
  for (let r = 0; r < replicates; r++) {
    let at = 0;
    for (const members of strata) {
      for (let i = 0; i < members.length; i++) {
        resample[at++] = members[random.integer(members.length)]!;
      }
    }
    const value = finite(statistic(resample));
    values[r] = value;
    below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  }
  values.sort();
  if (values[0] === values[replicates - 1]) {
    throw new RangeError('the statistic is the same in every resample');
  }

  const tail = (1 - level) / 2;
  if (method === 'percentile') return [quantile(values, tail), quantile(values, 1 - tail)];
  if (below === 0 || below === replicates) {
    throw new RangeError('the estimate lies outside all resamples');
  }
  const bias = normalQuantile(below / replicates);
  const acceleration = jackknifeAcceleration(sample, n, (rest) => finite(statistic(rest)), seed);
  const end = (share: number): number => {
    const z = bias + normalQuantile(share);
    return quantile(values, normalCdf(bias + z / (1 - acceleration * z)));
  };
  return [end(tail), end(1 - tail)];
}

function groupBy<T>(sample: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of sample) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function quantile(sorted: Float64Array, share: number): number {
  const place = Math.min(Math.max(share * (sorted.length + 1), 1), sorted.length) - 1;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

function jackknifeAcceleration<T>(
  sample: readonly T[],
  n: number,
  statistic: (rest: readonly T[]) => number,
  seed: number | string,
): number {
  const blocks = Math.min(n, JACKKNIFE_BLOCKS);
  // neighbours may be alike, and a block of likes would exaggerate
  const mixed = blocks < n ? seededRandom(seed).shuffle(sample) : sample;
  const values = Array.from({ length: blocks }, (_, block) => {
    const from = Math.floor((block * n) / blocks);
    const to = Math.floor(((block + 1) * n) / blocks);
    return statistic([...mixed.slice(0, from), ...mixed.slice(to)]);
  });
  let sum = 0;
  for (const value of values) sum += value;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const d = sum / blocks - value;
    squares += d * d;
    cubes += d * d * d;
  }
  return squares === 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
}

import { describe, expect, test, vi } from 'vitest';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { mean, standardDeviation } from './moments.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const sample = [7.1, 8.4, 3.3, 12.9, 5.5, 6.1, 4.8, 20.3, 9.9, 2.7, 6.6, 3.9, 15.2, 5.1, 7.7];
const options = { replicates: 20_000, seed: 1 };

function coverage(
  rounds: number,
  n: number,
  truth: number,
  draw: (z: number) => number,
  method: 'bca' | 'percentile',
): number {
  const random = seededRandom(`bootstrap ${n}`);
  let covered = 0;
  for (let r = 0; r < rounds; r++) {
    const values = Array.from({ length: n }, () => draw(random.normal()));
    const [low, high] = bootstrapInterval(values, mean, { replicates: 500, seed: r, method });
    if (low <= truth && truth <= high) covered += 1;
  }
  return covered / rounds;
}

test('agrees with R on the mean and the SD of a skewed sample', () => {
  // R: boot.ci(boot(x, function(d, i) mean(d[i]), R = 199999), type = c("bca", "perc"))
  const bca = bootstrapInterval(sample, mean, options);
  expect(Math.abs(bca[0] - 6.073)).toBeLessThan(0.06);
  expect(Math.abs(bca[1] - 11.06)).toBeLessThan(0.15);
  const percentile = bootstrapInterval(sample, mean, { ...options, method: 'percentile' });
  expect(Math.abs(percentile[0] - 5.8)).toBeLessThan(0.05);
  expect(Math.abs(percentile[1] - 10.52)).toBeLessThan(0.12);
  // R: boot.ci(boot(x, function(d, i) sd(d[i]), R = 199999), type = "bca")
  const spread = bootstrapInterval(sample, standardDeviation, options);
  expect(Math.abs(spread[0] - 3.038)).toBeLessThan(0.08);
  expect(Math.abs(spread[1] - 7.275)).toBeLessThan(0.15);
});

test('the same seed gives the same interval', () => {
  const run = (seed: number): readonly number[] => bootstrapInterval(sample, mean, { replicates: 500, seed });
  expect(run(1)).toEqual(run(1));
  expect(run(1)).not.toEqual(run(2));
});

test('strata keep their sizes in every resample', () => {
  const people = Array.from({ length: 30 }, (_, i) => ({
    group: i < 10 ? 'a' : 'b',
    value: i,
  }));
  let smallest = Infinity;
  let largest = -Infinity;
  bootstrapInterval(
    people,
    (resample) => {
      if (resample.length === 30) {
        const size = resample.filter(({ group }) => group === 'a').length;
        smallest = Math.min(smallest, size);
        largest = Math.max(largest, size);
      }
      return mean(resample.map(({ value }) => value));
    },
    { replicates: 200, seed: 1, stratum: ({ group }) => group },
  );
  expect([smallest, largest]).toEqual([10, 10]);
});

test('a large sample takes the jackknife in blocks', () => {
  const random = seededRandom(3);
  const values = Array.from({ length: 3000 }, () => random.normal());
  const [low, high] = bootstrapInterval(values, mean, { replicates: 1000, seed: 4 });
  const half = (1.96 * standardDeviation(values)) / Math.sqrt(3000);
  expect(Math.abs((high - low) / 2 / half - 1)).toBeLessThan(0.1);
  expect(Math.abs((high + low) / 2 - mean(values))).toBeLessThan(0.2 * half);
});

test.each([
  ['normal', 0, (z: number) => z],
  ['mildly skewed', Math.exp(0.08), (z: number) => Math.exp(0.4 * z)],
] as const)('BCa covers 93–97 per cent for the mean of %s values at n = 30', (_, truth, draw) => {
  const covered = coverage(1000, 30, truth, draw, 'bca');
  expect(covered).toBeGreaterThan(0.93);
  expect(covered).toBeLessThan(0.97);
});

test('percentiles cover 92 % at n = 20', () => {
  // measurement plan, section 3
  expect(Math.abs(coverage(2500, 20, 0, (z) => z, 'percentile') - 0.92)).toBeLessThan(0.02);
});

describe.runIf(process.env.PUENTE_PROVE === '1')('at length', () => {
  test.each([20, 30, 50])(
    'BCa coverage at n = %i',
    (n) => {
      for (const [truth, draw] of [
        [0, (z: number) => z],
        [Math.exp(0.08), (z: number) => Math.exp(0.4 * z)],
      ] as const) {
        const covered = coverage(4000, n, truth, draw, 'bca');
        expect(covered).toBeGreaterThan(n === 20 ? 0.91 : 0.93);
        expect(covered).toBeLessThan(0.97);
      }
    },
    120_000,
  );
});

test('refuses too few items and statistics without an interval', () => {
  expect(() => bootstrapInterval([1, 2, 3], mean, options)).toThrow(RangeError);
  expect(() => bootstrapInterval(new Array<number>(12).fill(1), mean, options)).toThrow(/same/);
  expect(() => bootstrapInterval(sample, () => NaN, options)).toThrow(/not finite/);
  expect(() => bootstrapInterval(sample, mean, { ...options, level: 1 })).toThrow(RangeError);
  expect(() => bootstrapInterval(sample, mean, { ...options, replicates: 5 })).toThrow(RangeError);
});

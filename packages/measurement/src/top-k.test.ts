import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { normalCdf } from './normal-distribution.ts';
import { seededRandom } from './seeded-random.ts';
import { topK, topKSteps, type RankEstimate } from './top-k.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const total = (results: { probability: number }[]): number =>
  results.reduce((sum, { probability }) => sum + probability, 0);

test('two candidates: P(first) is Φ of their standardised difference', () => {
  const estimates = [
    { id: 'a', mean: 1, sd: 0.6 },
    { id: 'b', mean: 0.5, sd: 0.8 },
  ];
  const [a, b] = topK({ estimates, k: 1, draws: 40_000, seed: 1 });
  // √(.6² + .8²) = 1; five standard errors of a share at 40,000 draws are .0125
  expect(Math.abs(a!.probability - normalCdf(0.5))).toBeLessThan(0.0125);
  expect(a!.probability + b!.probability).toBeCloseTo(1, 12);
});

test('everybody equally placed has P = K/n and the whole range of ranks', () => {
  const estimates = Array.from({ length: 24 }, (_, i) => ({ id: `c${i}`, mean: 50, sd: 3 }));
  for (const { probability, rankInterval } of topK({ estimates, k: 6, draws: 10_000, seed: 2 })) {
    expect(Math.abs(probability - 0.25)).toBeLessThan(0.022);
    // 1/24 of the ranks lie below 2, and 23/24 at 23 or below
    expect(rankInterval).toEqual([2, 23]);
  }
});

test('22 tied on top of 20 seats without error have P = .909 each', () => {
  const estimates = Array.from({ length: 30 }, (_, i) => ({
    id: `c${i}`,
    mean: i < 22 ? 90 : 80 - i,
    sd: 0,
  }));
  const results = topK({ estimates, k: 20, draws: 1000, seed: 3 });
  for (const { probability } of results.slice(0, 22)) expect(probability).toBeCloseTo(20 / 22, 12);
  for (const { probability } of results.slice(22)) expect(probability).toBe(0);
  expect(results[0]!.rankInterval).toEqual([2, 21]);
  expect(results[22]!.rankInterval).toEqual([23, 23]);
});

const shortlist = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 0.5, 2)), {
  minLength: 2,
  maxLength: 25,
});

test('Σ P(top K) = K, and the order of the input changes nothing', () => {
  fc.assert(
    fc.property(shortlist, fc.nat(1e6), (rows, seed) => {
      const estimates: RankEstimate[] = rows.map(([mean, sd], i) => ({ id: `c${i}`, mean, sd }));
      const k = 1 + (seed % rows.length);
      const results = topK({ estimates, k, draws: 200, seed });
      expect(total(results)).toBeCloseTo(k, 9);
      const shuffled = seededRandom(seed).shuffle(estimates);
      const again = topK({ estimates: shuffled, k, draws: 200, seed });
      expect(again.map(({ id }) => id)).toEqual(shuffled.map(({ id }) => id));
      for (const result of again) {
        expect(result).toEqual(results.find(({ id }) => id === result.id));
      }
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('agrees with sorting every draw, crowded buckets and outliers included', () => {
  const source = seededRandom(4);
  const estimates = Array.from({ length: 300 }, (_, i) => ({
    id: String(i).padStart(3, '0'),
    mean: i === 0 ? 1e6 : source.normal(),
    sd: 0.3,
  }));
  const draws = 200;
  const k = 25;
  const random = seededRandom('sorted');
  const wins = new Array<number>(300).fill(0);
  const ranks = estimates.map((): number[] => []);
  const normals = new Float64Array(300);
  for (let d = 0; d < draws; d++) {
    random.fillNormal(normals);
    estimates
      .map(({ mean, sd }, i) => ({ i, value: mean + sd * normals[i]! }))
      .sort((a, b) => b.value - a.value)
      .forEach(({ i }, place) => {
        if (place < k) wins[i]! += 1;
        ranks[i]!.push(place + 1);
      });
  }
  const results = topK({ estimates, k, draws, seed: 'sorted' });
  expect(results.map(({ probability }) => probability)).toEqual(wins.map((won) => won / draws));
  expect(results.map(({ rankInterval }) => rankInterval)).toEqual(
    ranks.map((own) => {
      const sorted = own.sort((a, b) => a - b);
      return [sorted[0.05 * draws - 1], sorted[0.95 * draws - 1]];
    }),
  );
});

test('beyond 4,096 candidates late ranks are rounded outwards by less than 1 %', () => {
  const n = 6000;
  const estimates = Array.from({ length: n }, (_, i) => ({
    id: `c${String(i).padStart(4, '0')}`,
    mean: n - i,
    sd: 0,
  }));
  topK({ estimates, k: 10, draws: 1, seed: 1 }).forEach(({ rankInterval: [low, high] }, i) => {
    const rank = i + 1;
    if (low > rank || high < rank) throw new Error(`rank ${rank} outside [${low}, ${high}]`);
    if (rank <= 256 && low !== high) throw new Error(`rank ${rank} rounded`);
    if (high - low > 0.01 * rank) throw new Error(`rank ${rank} rounded to [${low}, ${high}]`);
  });
});

test('the rank interval covers the true rank as often as it says', () => {
  const random = seededRandom(5);
  const n = 60;
  let covered = 0;
  const rounds = 100;
  for (let r = 0; r < rounds; r++) {
    // true places ~ N(0, 1), observed with error variance .25: posterior N(.8·x, .2)
    const truth = Array.from({ length: n }, () => random.normal());
    const estimates = truth.map((theta, i) => ({
      id: `c${i}`,
      mean: 0.8 * (theta + 0.5 * random.normal()),
      sd: Math.sqrt(0.2),
    }));
    topK({ estimates, k: 10, draws: 400, seed: r }).forEach(({ rankInterval: [low, high] }, i) => {
      const rank = 1 + truth.filter((other) => other > truth[i]!).length;
      if (low <= rank && rank <= high) covered += 1;
    });
  }
  expect(covered / rounds / n).toBeGreaterThan(0.87);
  expect(covered / rounds / n).toBeLessThan(0.94);
});

test('a job sees its progress and the same result', () => {
  const estimates = Array.from({ length: 500 }, (_, i) => ({ id: `c${i}`, mean: i, sd: 9 }));
  const input = { estimates, k: 10, draws: 1000, seed: 6 };
  const steps = topKSteps(input);
  const seen: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) seen.push(step.value.done);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toBe(1000);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  const told: number[] = [];
  expect(topK({ ...input, onProgress: ({ done }) => told.push(done) })).toEqual(step.value);
  expect(told).toEqual(seen);
});

test('refuses what is no round', () => {
  const a = { id: 'a', mean: 1, sd: 1 };
  const b = { id: 'b', mean: 1, sd: 1 };
  const round = { estimates: [a, b], k: 1, draws: 10, seed: 1 };
  expect(() => topK({ ...round, estimates: [] })).toThrow(RangeError);
  expect(() => topK({ ...round, estimates: [a, a] })).toThrow(RangeError);
  expect(() => topK({ ...round, estimates: [a, { ...b, mean: NaN }] })).toThrow(RangeError);
  expect(() => topK({ ...round, estimates: [a, { ...b, sd: -1 }] })).toThrow(RangeError);
  expect(() => topK({ ...round, k: 0 })).toThrow(RangeError);
  expect(() => topK({ ...round, k: 3 })).toThrow(RangeError);
  expect(() => topK({ ...round, draws: 0 })).toThrow(RangeError);
  expect(() => topK({ ...round, seed: -1 })).toThrow(RangeError);
});

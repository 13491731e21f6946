import { expect, test, vi } from 'vitest';
import { logistic } from './deterministic-math.ts';
import { fitWave, latentMeans } from './latent-means.ts';
import { plantedResponses } from './planted-responses.ts';
import { scoreEap } from './score-ability.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const bank = Array.from({ length: 34 }, (_, j) => ({
  difficulty: -1.6 + (3.2 * ((j * 11) % 34)) / 33,
  discrimination: 0.8 + (0.6 * ((j * 5) % 34)) / 33,
}));
// items 0–5 are common to both forms, 6–19 belong to A and 20–33 to B
const forms = [0, 20].map((from) => [
  ...Array.from({ length: 6 }, (_, j) => j),
  ...Array.from({ length: 14 }, (_, j) => (from === 0 ? 6 + j : from + j)),
]);

function cohort(seed: number | string, people: number, gain: number): (number | null)[][][] {
  const random = seededRandom(seed);
  const waves: (number | null)[][][] = [[], []];
  for (let i = 0; i < people; i++) {
    const stable = 0.8 * random.normal();
    for (const wave of [0, 1]) {
      const theta = stable + 0.6 * random.normal() + wave * gain;
      const form = new Set(forms[(i + wave) % 2]!);
      waves[wave]!.push(
        bank.map(({ difficulty, discrimination }, j) => {
          const right = random.next() < logistic(discrimination * (theta - difficulty));
          return form.has(j) ? (right ? 1 : 0) : null;
        }),
      );
    }
  }
  return waves;
}

test('recovers the planted gain, where the mean of EAP scores shrinks it', () => {
  const waves = cohort(1, 1500, 0.6);
  const { waves: fitted, changes } = latentMeans(waves, bank);
  expect(Math.abs(fitted[0]!.mean)).toBeLessThan(0.08);
  expect(Math.abs(fitted[0]!.sd - 1)).toBeLessThan(0.08);
  expect(Math.abs(changes[0]!.change - 0.6)).toBeLessThan(3 * changes[0]!.standardError);
  const eap = (wave: (number | null)[][]): number =>
    wave.reduce((sum, row) => sum + scoreEap(row, bank).theta / wave.length, 0);
  expect(eap(waves[1]!) - eap(waves[0]!)).toBeLessThan(0.55);
});

test('the interval of the latent gain covers 93–97 % at 120 people', () => {
  let covered = 0;
  const rounds = 200;
  let errors = 0;
  for (let r = 0; r < rounds; r++) {
    const [change] = latentMeans(cohort(`gain ${r}`, 120, 0.5), bank).changes;
    if (change!.interval[0] <= 0.5 && 0.5 <= change!.interval[1]) covered += 1;
    errors += ((change!.change - 0.5) / change!.standardError) ** 2;
  }
  expect(covered / rounds).toBeGreaterThanOrEqual(0.92);
  expect(covered / rounds).toBeLessThanOrEqual(0.98);
  // the mean of 200 squared standard normals has a standard error of .1
  expect(errors / rounds).toBeGreaterThan(0.7);
  expect(errors / rounds).toBeLessThan(1.3);
});

test('how the mean follows the items is what fitting with items that moved finds', () => {
  const items = bank.slice(0, 8);
  const matrix = plantedResponses(seededRandom('slopes'), 80, items, 0.1);
  const { byItem } = fitWave(matrix, items);
  const step = 1e-3;
  for (const place of [0, 7, 8, 15]) {
    const meanAt = (by: number) =>
      fitWave(
        matrix,
        items.map((item, j) => {
          const a = item.discrimination + (place === 2 * j ? by : 0);
          const d = -item.discrimination * item.difficulty + (place === 2 * j + 1 ? by : 0);
          return { discrimination: a, difficulty: -d / a };
        }),
      ).mean;
    expect(byItem[place]).toBeCloseTo((meanAt(step) - meanAt(-step)) / (2 * step), 4);
  }
});

test('people who missed a wave take no part in it', () => {
  const [opening, closing] = cohort(2, 200, 0.4) as [(number | null)[][], (number | null)[][]];
  const absent = bank.map(() => null);
  const some = closing.map((row, i) => (i < 100 ? row : absent));
  const half = latentMeans([opening, some], bank);
  expect(half.waves[1]!.people).toBe(100);
  expect(half.waves[1]!.mean).toBeCloseTo(latentMeans([closing.slice(0, 100)], bank).waves[0]!.mean, 6);
});

test('refuses what has no latent mean', () => {
  const [opening] = cohort(3, 50, 0) as [(number | null)[][]];
  const same = (x: number): number[][] => opening.map(() => bank.map(() => x));
  expect(() => latentMeans([], bank)).toThrow(RangeError);
  expect(() => latentMeans([opening.slice(0, 9)], bank)).toThrow(/people/);
  expect(() => latentMeans([opening, opening.slice(1)], bank)).toThrow(RangeError);
  expect(() => latentMeans([opening.map((row) => row.slice(1))], bank)).toThrow(RangeError);
  expect(() => latentMeans([same(1)], bank)).toThrow(RangeError);
  expect(() => latentMeans([same(0)], bank)).toThrow(RangeError);
  expect(() => latentMeans([same(NaN)], bank)).toThrow(RangeError);
});

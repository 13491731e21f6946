import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { snapshotBytes } from '../snapshot-bytes.ts';
import { cutOf, roundSummary } from '../round-summary.ts';
import { candidateCodes, rankCandidates, reliabilityOf, type SnapshotFile } from './selection-v0.ts';

const item = (id: string) => ({ id, contentHash: id.padEnd(64, '0'), scoringHash: id.padEnd(64, '1') });

const fileOf = (rows: (number | null)[][], seats: number, draws = 2000): SnapshotFile => ({
  format: 'selection/v0',
  round: { id: '00000000-0000-7000-8000-000000000001' },
  policy: { rule: 'selection/v0', seats, reserves: 2, draws, seed: 'a seed' },
  sittings: [
    {
      id: '00000000-0000-7000-8000-000000000002',
      courseId: 'physiology',
      forms: ['S'],
      proctored: false,
      demonstration: true,
    },
  ],
  forms: [{ id: 'S', courseId: 'physiology', items: rows[0]!.map((_, index) => item(`i${index}`)) }],
  candidates: rows.map((fractions, index) => ({
    learnerKey: `l${String(index).padStart(4, '0')}`,
    fractions,
    score: fractions.reduce<number>((sum, fraction) => sum + (fraction ?? 0), 0),
  })),
  leftOut: [],
});

// Three telling items and one that everybody had right.
const six = [
  [1, 1, 1, 1],
  [1, 1, 0, 1],
  [1, 0, 0, 1],
  [0, null, 0, 1],
  [1, 1, 1, 1],
  [0, 1, 0, 1],
];

test('reliability, mean, spread and error of measurement, by hand', () => {
  // Item variances .26667 each, total variance 7.33333/5 = 1.46667: α = 1.5 · (1 − .8/1.46667) = .68182.
  const { mean, sd, alpha, sem, items, constantItems } = reliabilityOf(fileOf(six, 2));
  expect([items, constantItems]).toEqual([4, 1]);
  expect(mean).toBeCloseTo(16 / 6, 12);
  expect(sd).toBeCloseTo(Math.sqrt(22 / 15), 12);
  expect(alpha).toBeCloseTo(15 / 22, 12);
  expect(sem).toBeCloseTo(Math.sqrt(22 / 15) * Math.sqrt(7 / 22), 12);
});

test('a candidate is estimated by Kelley, ranked by competition, placed by draws', () => {
  const entries = rankCandidates(fileOf(six, 2), 'f'.repeat(64));
  expect(entries.map((entry) => entry.score)).toEqual([4, 3, 2, 1, 4, 2]);
  expect(entries.map((entry) => entry.rank)).toEqual([1, 3, 4, 6, 1, 4]);
  // M + α(X − M) = 2.66667 + .68182 · 1.33333; s√(α(1 − α)) = 1.21106 · .46577
  expect(entries[0]!.estimate).toBeCloseTo(3.575758, 6);
  expect(entries[0]!.standardError).toBeCloseTo(0.564076, 5);
  expect(entries.reduce((sum, entry) => sum + entry.probability, 0)).toBeCloseTo(2, 9);
  for (const entry of entries)
    expect(entry.rankLow <= entry.rankHigh && entry.rankLow >= 1 && entry.rankHigh <= 6).toBe(true);
});

test('the summary tells ties at the cut and how many of the seats the evidence expects to be right', () => {
  const file = fileOf(six, 3);
  const entries = rankCandidates(file, 'f'.repeat(64));
  const summary = roundSummary(file, entries);
  expect(summary).toMatchObject({ candidates: 6, cutScore: 3, tiesAtCut: 1, seatsForTied: 1 });
  expect(summary.in + summary.inZone + summary.out).toBe(6);
  expect(summary.openSeats).toBe(3 - summary.in);
  expect(summary.expectedRight).toBeCloseTo(
    entries[0]!.probability + entries[4]!.probability + entries[1]!.probability,
    12,
  );
  // Four seats: two share the score 2, and one seat is left for them.
  expect(cutOf(entries, 4)).toEqual({ cutScore: 2, tiesAtCut: 2, seatsForTied: 1 });
});

test.each([
  [
    'all the same total',
    [
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'items that contradict each other',
    [
      [1, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
      [0, 1, 1],
    ],
  ],
  [
    'only one item that tells people apart',
    [
      [1, 1],
      [0, 1],
      [1, 1],
    ],
  ],
])('%s: no reliability, and no ranking', (_, rows) => {
  expect(() => reliabilityOf(fileOf(rows, 1))).toThrow(RangeError);
});

test('a score that is not the sum of its fractions is refused', () => {
  const file = fileOf(six, 2);
  file.candidates[0]!.score = 3;
  expect(() => rankCandidates(file, '')).toThrow('the score of l0000 is not the sum of the fractions');
});

test('codes are one a candidate, and in an order that another snapshot does not repeat', () => {
  const keys = Array.from({ length: 200 }, (_, index) => `l${index}`);
  const [one, other] = [candidateCodes(keys, 'a'.repeat(64)), candidateCodes(keys, 'b'.repeat(64))];
  expect([...one.values()].sort()).toEqual(keys.map((_, index) => `C-${String(index + 1).padStart(4, '0')}`));
  expect([...one].filter(([key, code]) => other.get(key) === code).length).toBeLessThan(20);
});

test('the order of the keys in an object changes no byte of the file', () => {
  const file = fileOf(six, 2);
  const turned = Object.fromEntries(Object.entries(file).reverse()) as unknown as SnapshotFile;
  expect(snapshotBytes(turned)).toEqual(snapshotBytes(file));
});

test('the same snapshot gives the same bytes in another time zone and another language', () => {
  const rows = Array.from({ length: 80 }, (_, person) =>
    Array.from({ length: 20 }, (_, place) => Number(place < (person * 7) % 21)),
  );
  const folder = mkdtempSync(join(tmpdir(), 'puente-snapshot-'));
  try {
    const { text, sha256 } = snapshotBytes(fileOf(rows, 20));
    writeFileSync(join(folder, 'snapshot.json'), text);
    const at = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));
    const program = `
      import { readFileSync } from 'node:fs';
      const { rankCandidates } = await import(${at('./selection-v0.ts')});
      const { snapshotBytes } = await import(${at('../snapshot-bytes.ts')});
      const file = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'snapshot.json'))}, 'utf8'));
      const { text, sha256 } = snapshotBytes(file);
      console.log(sha256, text.length, JSON.stringify(rankCandidates(file, sha256)));`;
    const run = (env: Record<string, string>) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        env: { PATH: process.env.PATH!, ...env },
        encoding: 'utf8',
      });
    const inLima = run({ TZ: 'America/Lima', LC_ALL: 'es_PE.UTF-8' });
    const inIstanbul = run({ TZ: 'Europe/Istanbul', LC_ALL: 'tr_TR.UTF-8' });
    expect(inLima).toBe(inIstanbul);
    expect(inLima).toBe(
      `${sha256} ${text.length} ${JSON.stringify(rankCandidates(fileOf(rows, 20), sha256))}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { meritsBytes } from '../snapshot/merits-bytes.ts';
import { snapshotBytes } from '../snapshot-bytes.ts';
import {
  chanceSteps,
  decideOutcomes,
  rankCandidates,
  sensitivityOf,
  type ChanceV1,
  type SnapshotV1,
} from './selection-v1.ts';

const folder = new URL('../../../../fixtures/snapshots/', import.meta.url);

/**
 * Frozen: these files and what selection/v1 makes of them never change. If this fails, the rule was edited; published
 * shortlists could no longer be verified. Write a new rule beside it instead.
 */
const frozen = [
  {
    file: 'two-courses.json',
    snapshot: 'd746105da3bea1c75dfd94a22fc144988230df426cb6d3564a998d4d1c22f27e',
    merits: '53bd7108f64abdca6531c5aa8bc048831347acb96a1cea4650967852300381ab',
  },
  {
    file: 'campuses-and-a-make-up.json',
    snapshot: 'c33e81dad748f31075129d283d68e0b8565f7c12ffa54a463687e7d212bc5db2',
    merits: 'ed303cce15fb712cbc9d935b9ce30701f2408048fc521f10c7f1ed856c7a0e83',
  },
];

const finish = (file: SnapshotV1, sha256: string): { chances: ChanceV1[]; merits: string } => {
  const { ranked } = rankCandidates(file, sha256);
  const steps = chanceSteps(file, ranked);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { chances: step.value, merits: meritsBytes(sha256, ranked, step.value).sha256 };
};

test.each(frozen)('$file is ranked as it was', ({ file, snapshot, merits }) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  expect(createHash('sha256').update(text).digest('hex')).toBe(snapshot);
  expect(snapshotBytes(JSON.parse(text) as SnapshotV1).text).toBe(text);
  expect(finish(JSON.parse(text) as SnapshotV1, snapshot).merits).toBe(merits);
});

const at = (file: string) => fileURLToPath(new URL(file, folder));
const program = fileURLToPath(new URL('../../../../../../scripts/shortlist-verify.ts', import.meta.url));
const verify = (args: string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH!, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

test('the verifier prints the same in another time zone and another language', () => {
  const [first] = frozen;
  const run = (env: Record<string, string>) => verify([at(first!.file), '--hash', first!.snapshot], env);
  const inLima = run({ TZ: 'America/Lima', LC_ALL: 'es_PE.UTF-8' });
  expect(inLima).toMatchObject({ status: 0, stdout: expect.stringContaining(first!.merits) as string });
  expect(inLima).toEqual(run({ TZ: 'Europe/Istanbul', LC_ALL: 'tr_TR.UTF-8' }));
}, 60_000);

test('the verifier reads selection/v0 as it always did', () => {
  const { status, stdout } = verify([
    at('one-form-v0.json'),
    '--hash',
    'ebc5aa0b5e498a1690400b4c8bf0b8180bc258ac4bcfe91b4fdc7f8f35efb50d',
  ]);
  expect(stdout).toContain('0cdb7bfd45c6cd8d36bc5e38ead07429be1e6c863a15c11faa9826f5404b7c10');
  expect(status).toBe(0);
}, 60_000);

test('the verifier names the first byte that differs, of the snapshot and of the shortlist', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'puente-verify-'));
  try {
    const [first] = frozen;
    const text = readFileSync(at(first!.file), 'utf8');
    const write = (name: string, content: string) => {
      writeFileSync(join(temporary, name), content);
      return join(temporary, name);
    };
    const spaced = verify([write('spaced.json', text.replace('{"candidates"', '{ "candidates"'))]);
    expect(spaced.stdout).toContain('first byte that differs: 1 (0x20 instead of 0x22)');
    expect(spaced.status).toBe(1);
    // One answer changed: still canonical, and told by the hash that was published and by the shortlist.
    const place = text.indexOf('"credits":"') + 11;
    const flipped = text.slice(0, place) + (text[place] === '1' ? '0' : '1') + text.slice(place + 1);
    const file = JSON.parse(text) as SnapshotV1;
    const { ranked } = rankCandidates(file, first!.snapshot);
    const { text: merits } = meritsBytes(first!.snapshot, ranked, finish(file, first!.snapshot).chances);
    const published = write('merits.json', merits);
    expect(verify([at(first!.file), '--hash', first!.snapshot, '--merits', published]).status).toBe(0);
    const forged = verify([write('forged.json', flipped), '--hash', first!.snapshot, '--merits', published]);
    expect(forged.stdout).toContain('holds  canonical JSON');
    expect(forged.stdout).toMatch(/FAILS {2}SHA-256/);
    expect(forged.stdout).toMatch(/FAILS {2}merits: first byte that differs: \d+/);
    expect(forged.status).toBe(1);
    expect(verify([write('other.json', '{}')])).toMatchObject({ status: 2 });
    expect(verify([])).toMatchObject({ status: 2 });
  } finally {
    rmSync(temporary, { recursive: true });
  }
}, 60_000);

const item = (id: string) => ({ id, contentHash: '0'.repeat(64), scoringHash: '1'.repeat(64) });
const key = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Six people on two forms of four items. */
const small = (over: Partial<SnapshotV1['policy']> = {}): SnapshotV1 => ({
  format: 'selection/v1',
  round: { id: key(99) },
  demonstration: true,
  policy: {
    rule: 'selection/v1',
    seats: 2,
    reserves: 1,
    campusSeats: null,
    components: [
      { courseId: 'physiology', weight: 3 },
      { courseId: 'genetics', weight: 1 },
    ],
    tieBreaks: ['genetics'],
    zone: 'score',
    draws: 500,
    seed: 'a seed',
    ...over,
  },
  forms: [
    { id: 'P', courseId: 'physiology', makeUp: false, items: ['a', 'b', 'c', 'd'].map(item) },
    { id: 'G', courseId: 'genetics', makeUp: false, items: ['e', 'f', 'g', 'h'].map(item) },
  ],
  sittings: [],
  candidates: [
    ['1111', '1110'],
    ['1110', '1100'],
    ['1100', '1000'],
    ['1000', '1-00'],
    ['1110', '1000'],
    ['0000', '0000'],
  ].map(([physiology, genetics], index) => ({
    learnerKey: key(index),
    campusId: index < 3 ? key(50) : key(51),
    sat: [
      { formId: 'P', credits: physiology! },
      { formId: 'G', credits: genetics! },
    ],
  })),
  leftOut: [],
});

test('the composite, its reliability and T, by hand', () => {
  const { figures, ranked } = rankCandidates(small(), 'f'.repeat(64));
  // Physiology: 4 3 2 1 3 0 of 4, mean 13/6, s² = (39 − 169/6)/5 = 13/6.
  const [physiology, genetics] = figures.components;
  expect(physiology).toMatchObject({ items: 4, constantItems: 0, weight: 3 });
  expect(physiology!.mean).toBeCloseTo((25 * 13) / 6, 9);
  expect(physiology!.sd).toBeCloseTo(25 * Math.sqrt(13 / 6), 9);
  // Item p 5/6 4/6 3/6 1/6: Σ s² = 6/5·(5 + 8 + 9 + 5)/36 = .9; α = 4/3·(1 − .9/(13/6)).
  expect(physiology!.alpha).toBeCloseTo((4 / 3) * (1 - 0.9 / (13 / 6)), 9);
  // Genetics: nobody had its last item right, so that α rests on three; 3 2 1 1 1 0, s² = (16 − 64/6)/5 = 16/15.
  expect(genetics).toMatchObject({ items: 4, constantItems: 1 });
  expect(genetics!.alpha).toBeCloseTo((3 / 2) * (1 - ((6 / 5) * ((5 + 8 + 5) / 36)) / (16 / 15)), 9);
  const errors = 9 * (1 - physiology!.alpha) + (1 - genetics!.alpha);
  expect(figures.reliability).toBeCloseTo(1 - errors / figures.compositeSd ** 2, 12);
  const z = (x: number, mean: number, sd: number) => (x - mean) / sd;
  const composite = 3 * z(100, physiology!.mean, physiology!.sd) + z(75, genetics!.mean, genetics!.sd);
  expect(ranked[0]!.score).toBeCloseTo(50 + (10 * composite) / figures.compositeSd, 9);
  expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 4, 5, 3, 6]);
  expect(ranked.reduce((sum, { score }) => sum + score, 0) / 6).toBeCloseTo(50, 9);
  expect(ranked[3]!.rights).toEqual([1, 1]);
});

test('chances add up to the seats, list by list', () => {
  expect(
    finish(small(), 'f'.repeat(64)).chances.reduce((sum, { probability }) => sum + probability, 0),
  ).toBeCloseTo(2, 9);
  const campusSeats = [
    { campusId: key(50), seats: 1 },
    { campusId: key(51), seats: 1 },
  ];
  const { ranked } = rankCandidates(small({ campusSeats }), 'f'.repeat(64));
  expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 2, 1, 3]);
  const { chances } = finish(small({ campusSeats }), 'f'.repeat(64));
  expect(chances.slice(0, 3).reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
});

test('what the rule cannot rank is refused, and says whose it is', () => {
  const spoiled = (change: (file: SnapshotV1) => void) => {
    const file = small();
    change(file);
    return () => rankCandidates(file, '');
  };
  expect(spoiled((file) => (file.candidates[0]!.sat[0]!.credits = '111'))).toThrow(`${key(0)} has 3 credits`);
  expect(spoiled((file) => (file.candidates[0]!.sat[0]!.credits = '11x1'))).toThrow('are not 0, 1 or -');
  expect(spoiled((file) => file.candidates[0]!.sat.pop())).toThrow('sat 1 forms for 2 components');
  expect(
    spoiled((file) => {
      for (const candidate of file.candidates) candidate.sat[0]!.credits = '1111';
    }),
  ).toThrow(RangeError);
});

test('weights a fifth smaller and larger, component by component', () => {
  const ranking = rankCandidates(small(), 'f'.repeat(64));
  expect(sensitivityOf(small(), ranking).map(({ courseId, factor }) => `${courseId} ${factor}`)).toEqual([
    'physiology 0.8',
    'physiology 1.2',
    'genetics 0.8',
    'genetics 1.2',
  ]);
});

const standing = (index: number, score: number, zone: 'in' | 'review' | 'out', over: object = {}) => ({
  learnerKey: key(index),
  campusId: null,
  score,
  percents: [50, 50],
  zone,
  dossier: null,
  ...over,
});
const outcome = (
  people: ReturnType<typeof standing>[],
  over: Partial<SnapshotV1['policy']> = {},
  byHand: [number, 'seat' | 'reserve' | 'none'][] = [],
  draw = 'a draw',
) =>
  decideOutcomes(
    small({ seats: 2, reserves: 1, ...over }),
    'f'.repeat(64),
    people,
    draw,
    new Map(byHand.map(([index, to]) => [key(index), to])),
  )
    .map((one) => `${Number(one.learnerKey.slice(-3))} ${one.outcome} ${one.place ?? '-'} ${one.decidedBy}`)
    .sort();

test('who is in is seated, the zone follows in the order of score, and reserves after it', () => {
  const people = [
    standing(1, 60, 'review'),
    standing(2, 70, 'in'),
    standing(3, 58, 'review'),
    standing(4, 40, 'out'),
  ];
  expect(outcome(people)).toEqual(['1 seat 2 zone', '2 seat 1 score', '3 reserve 1 zone', '4 none - score']);
});

test('dossiers, and not the score, order the zone; a tie there goes by the score', () => {
  const people = [
    standing(1, 60, 'review', { dossier: 9 }),
    standing(2, 58, 'review', { dossier: 12 }),
    standing(3, 59, 'review', { dossier: 9 }),
  ];
  expect(outcome(people, { zone: 'dossiers' })).toEqual([
    '1 seat 2 zone',
    '2 seat 1 zone',
    '3 reserve 1 zone',
  ]);
});

test('equal scores go by the published course, and at last by the draw alone', () => {
  const better = standing(3, 60, 'review', { percents: [10, 90] });
  const people = [standing(1, 60, 'review'), standing(2, 60, 'review'), better];
  expect(outcome(people)).toContain('3 seat 1 zone');
  const seated = (draw: string) => outcome(people, {}, [], draw).find((line) => line.includes('seat 2'));
  expect(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(seated)).size).toBe(2);
});

test('the lottery orders by SHA-256 of draw, snapshot and learner key', () => {
  const people = [1, 2, 3].map((index) => standing(index, 60 - index, 'review'));
  const digest = (index: number) =>
    createHash('sha256')
      .update(`a draw${'f'.repeat(64)}${key(index)}`)
      .digest('hex');
  const order = [1, 2, 3].sort((a, b) => (digest(a) < digest(b) ? -1 : 1));
  expect(outcome(people, { zone: 'lottery' })).toEqual(
    [`${order[0]} seat 1 zone`, `${order[1]} seat 2 zone`, `${order[2]} reserve 1 zone`].sort(),
  );
});

test('by hand: a seat is taken first, one given up is filled by the order', () => {
  const people = [
    standing(1, 70, 'in'),
    standing(2, 60, 'in'),
    standing(3, 50, 'review'),
    standing(4, 40, 'out'),
  ];
  expect(outcome(people, {}, [[4, 'seat']])).toEqual([
    '1 seat 1 score',
    '2 reserve 1 score',
    '3 none - zone',
    '4 seat 2 override',
  ]);
  expect(outcome(people, {}, [[1, 'none']])).toEqual([
    '1 none - override',
    '2 seat 1 score',
    '3 seat 2 zone',
    '4 reserve 1 score',
  ]);
  expect(() =>
    outcome(people, { seats: 1 }, [
      [3, 'seat'],
      [4, 'seat'],
    ]),
  ).toThrow('more are seated by hand');
});

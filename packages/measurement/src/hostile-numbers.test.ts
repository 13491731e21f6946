import { describe, expect, test } from 'vitest';
import * as measurement from './index.ts';
import { plantedResponses } from './planted-responses.ts';

/*
 * Every function of the entry, called as it is meant to be, and then with one number, or all numbers of a list,
 * replaced by something hostile. It must refuse with a RangeError, or answer in finite numbers: never NaN.
 */

type Input = readonly unknown[];
interface Case {
  input: Input;
  /** Where null marks a missing response. */
  mayBeNull?: RegExp;
}

const bank = [
  { difficulty: -1, discrimination: 1, guessing: 0.2 },
  { difficulty: 0, discrimination: 1.2, guessing: 0.2 },
  { difficulty: 0.5, discrimination: 0.8, guessing: 0.2 },
  { difficulty: 1, discrimination: 1.4, guessing: 0.2 },
];
const anchors = bank.map(({ difficulty, discrimination }) => ({ difficulty, discrimination }));
const moved = anchors.map((anchor) => ({ ...anchor, difficulty: anchor.difficulty + 0.3 }));
const answers = plantedResponses(measurement.seededRandom('hostile'), 110, bank);
const few = answers.slice(0, 20);
const y = [1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1];
const p = [0.85, 0.97, 0.5, 0.7, 0.7, 0.85, 0.25, 0.5, 0.97, 0.7, 0.85, 0.97];
const before = [50, 40, 65, 35, 55, 45, 60, 30, 70, 50, 40, 55];
const after = [60, 45, 75, 50, 55, 60, 65, 45, 80, 50, 55, 70];
const orderOf = (i: number) => (i % 2 ? 'BA' : 'AB');
const thirty = Array.from({ length: 36 }, (_, i) => ({
  order: orderOf(i),
  pre: before[i % 12]! + Math.floor(i / 12),
  post: after[i % 12]! + ((7 * i) % 5),
}));
const summaries = before.map((_, i) => ({
  order: orderOf(i),
  before: { meanConfidence: 0.5 + 0.01 * i, accuracy: 0.4 + 0.02 * (i % 5), brier: 0.2 + 0.01 * (i % 3) },
  after: {
    meanConfidence: 0.6 + 0.01 * (i % 7),
    accuracy: 0.6 + 0.02 * (i % 4),
    brier: 0.2 - 0.01 * (i % 5),
  },
}));
const gain = { gain: 8, standardError: 2, df: 20 };
const people = before.map((_, i) => `person ${i}`);
const records = [...before, ...after].map((score, i) => ({ id: `learner ${i}`, score }));
const many = records.map(({ id }) => id);
const estimates = people.map((id, i) => ({ id, mean: before[i]!, sd: 4 }));
const policy = {
  candidates: 12,
  seats: 3,
  components: [{ weight: 1, items: bank }],
  correlation: 0.9,
  rounds: 2,
  draws: 20,
  seed: 1,
};
const matrix = { input: [few], mayBeNull: /^0\./ };
const fit = {
  input: [answers, { guessing: 0.2, tolerance: 1e-4, maxIterations: 300, points: 31 }],
  mayBeNull: /^0\./,
};
const scored = { input: [[1, 0, 1, 1], bank, { mean: 0, sd: 1 }], mayBeNull: /^0\./ };

const cases: Partial<Record<keyof typeof measurement, Case>> = {
  seededRandom: { input: [7] },
  tInterval: { input: [before, 0.9] },
  wilsonInterval: { input: [7, 12, 0.9] },
  clusteredShareInterval: { input: [before.map((_, i) => ({ right: i % 4, count: 4 + (i % 3) })), 0.9] },
  correlationInterval: { input: [0.4, 12, 0.9] },
  mean: { input: [before] },
  standardDeviation: { input: [before] },
  variance: { input: [before] },
  correlation: { input: [before, after] },
  guessProbability: { input: [{ kind: 'ordering', options: 4 }] },
  cbmLevel: { input: [0.7] },
  cbmMark: { input: [0.5, 2] },
  brierScore: { input: [y, p] },
  brierDecomposition: { input: [[{ n: 10, forecast: 0.5, observed: 0.4 }]] },
  calibrationBias: { input: [y, p] },
  calibrationBiasEstimate: { input: [y, p, 0.9] },
  calibrationCurve: { input: [y, p, { minCount: 2, level: 0.9 }] },
  calibrationError: { input: [y, p] },
  auroc2: { input: [{ right: [2, 5, 6], wrong: [6, 4, 2] }] },
  auroc2Interval: { input: [{ right: [2, 5, 6], wrong: [6, 4, 2] }, 0.9] },
  confidenceCell: { input: [1, 0.85] },
  confidenceTable: { input: [y, p] },
  confidenceMoves: { input: [['rightAndSure'], ['wrongAndSure']] },
  confidenceSummary: { input: [y, p] },
  confidenceGain: { input: [summaries, { level: 0.9 }] },
  knowledgeGain: {
    input: [before.map((pre, i) => ({ order: orderOf(i), pre, post: after[i]! })), { level: 0.9 }],
  },
  gainEffect: { input: [thirty, { level: 0.9, replicates: 100, seed: 1 }] },
  gainBeyondComparison: { input: [gain, { ...gain, gain: 3 }, 0.9] },
  retestEffect: {
    input: [
      before.map((_, i) => ({ order: orderOf(i), withAnchors: 9 + i, withoutAnchors: 8 + (i % 3) })),
      0.9,
    ],
  },
  selfEfficacyGain: {
    input: [before.map((_, i) => ({ before: 1 + (i % 3), after: 3 + (i % 3), then: 1 + (i % 2) })), 0.9],
  },
  hakeBand: { input: [0.4] },
  hakeGainInterval: { input: [thirty, 100, 0.9] },
  hakeGain: { input: [50, 60, 100] },
  normalizedChange: { input: [50, 60, 100] },
  pairedEffect: { input: [before, after, { level: 0.9 }] },
  bootstrapInterval: {
    input: [
      before,
      (values: readonly number[]) => measurement.mean(values),
      { replicates: 100, seed: 1, level: 0.9 },
    ],
  },
  gainReliability: {
    input: [{ preReliability: 0.8, postReliability: 0.8, correlation: 0.6, preSd: 1, postSd: 1 }],
  },
  matchedFlow: {
    input: [
      {
        enrolled: many,
        opening: records,
        closing: records.slice(12),
        gain: { gain: 8, interval: [4, 12] },
        level: 0.9,
      },
    ],
  },
  constantColumns: matrix,
  itemStatistics: matrix,
  distractorStatistics: {
    input: [
      {
        options: ['a', 'b', 'c'],
        key: 'a',
        choices: ['a', 'b', 'c', 'a', 'b', 'a'],
        restScores: [5, 3, 2, 4, 1, 6],
        confidences: [0.5, 0.7, 0.85, 0.5, 0.97, 0.7],
      },
    ],
    mayBeNull: /confidences|choices/,
  },
  cronbachAlpha: matrix,
  cronbachAlphaInterval: { ...matrix, input: [few, 0.9] },
  standardErrorOfMeasurementInterval: { ...matrix, input: [few, 0.9] },
  standardErrorOfMeasurement: { input: [10, 0.8] },
  kelleyEstimate: { input: [{ score: 60, mean: 50, sd: 10, reliability: 0.8 }] },
  rightProbability: { input: [0.5, bank[0]] },
  testInformation: { input: [0.5, bank] },
  fit2pl: {
    ...fit,
    input: [fit.input[0], { ...(fit.input[1] as object), prior: { logMean: 0, logSd: 0.5 } }],
  },
  fitRasch: fit,
  scoreEap: scored,
  scoreMap: scored,
  scoreWle: { ...scored, input: scored.input.slice(0, 2) },
  linkHaebara: { input: [anchors, moved] },
  linkMeanMean: { input: [anchors, moved] },
  linkRandomGroups: {
    input: [
      { mean: 0, sd: 1 },
      { mean: 0.2, sd: 1.1 },
    ],
  },
  linkStockingLord: { input: [anchors, moved] },
  transformItem: { input: [bank[0], { A: 1.1, B: 0.2 }] },
  dropDriftedAnchors: {
    input: [anchors, moved].map((list) => list.map((anchor) => ({ ...anchor, se: 0.1 }))),
  },
  latentGain: {
    input: [
      {
        forms: [{ matrix: answers, items: bank, rows: answers.map((_, i) => (i < 20 ? i : null)) }],
        model: 'rasch',
        waves: [answers.slice(0, 20), answers.slice(20, 40)],
        level: 0.9,
      },
    ],
    mayBeNull: /matrix|waves|rows/,
  },
  latentMeans: { input: [[answers.slice(0, 30), answers.slice(30, 60)], bank, 0.9], mayBeNull: /^0\./ },
  eloUpdate: {
    input: [
      { ability: 0, difficulty: 0.5, abilityAnswers: 3, difficultyAnswers: 9 },
      1,
      { alpha: 1, beta: 0.05, guessing: 0.25 },
    ],
  },
  composite: {
    input: [
      {
        weights: [1, 2],
        reference: before.map((value, i) => [value, after[i]!]),
        candidates: [
          { id: 'x', values: [50, 60], sds: [4, 5] },
          { id: 'y', values: [70, 60], sds: [4, 5] },
        ],
      },
    ],
  },
  weightSensitivity: {
    input: [
      { weights: [1, 2], standardised: before.map((value, i) => [value, after[i]!]), seats: 3, change: 0.2 },
    ],
  },
  competitionRanks: { input: [before] },
  roundedScore: { input: [3.5] },
  topK: { input: [{ estimates, k: 3, draws: 50, seed: 1 }] },
  topKSteps: { input: [{ estimates, k: 3, draws: 50, seed: 1 }] },
  zones: { input: [people.map((id, i) => ({ id, score: before[i]!, probability: i / 12 })), 3] },
  policyVerdict: { input: [0.9] },
  simulatePolicy: { input: [policy] },
  simulatePolicySteps: { input: [policy] },
  lotteryDigest: { input: [{ draw: '123', snapshotHash: 'abc' }, 'key'] },
  lotteryOrder: { input: [{ draw: '123', snapshotHash: 'abc', learnerKeys: people }] },
  sha256: { input: ['text'] },
  mantelHaenszel: {
    input: [
      [
        [
          [10, 5],
          [8, 6],
        ],
        { A: 7, B: 9, C: 4, D: 8 },
      ],
      0.9,
    ],
  },
  purifiedDif: { input: [few, few.map((_, i) => (i % 2 ? 'focal' : 'reference'))] },
  fourFifths: {
    input: [
      [
        { group: 'a', selected: 5, total: 12 },
        { group: 'b', selected: 8, total: 14 },
      ],
    ],
  },
  fisherExact: {
    input: [
      [
        [5, 7],
        [8, 6],
      ],
    ],
  },
  rapidGuessThreshold: { input: [60] },
  responseTimeEffort: { input: [few.map((row, i) => row.map((_, j) => 20 + i + j))], mayBeNull: /./ },
};

const huge = [1e308, -1e308, 1e160, -1e160, 1e-320];
const notNumbers = [NaN, Infinity, -Infinity, null, '0.5', ''];

type Path = readonly (string | number)[];

const entriesOf = (value: unknown): [string | number, unknown][] =>
  Array.isArray(value)
    ? value.map((part, i): [number, unknown] => [i, part])
    : value !== null && typeof value === 'object'
      ? Object.entries(value)
      : [];

const pathsTo = (wanted: (value: unknown) => boolean, value: unknown, path: Path = []): Path[] => [
  ...(wanted(value) ? [path] : []),
  ...entriesOf(value).flatMap(([key, part]) => pathsTo(wanted, part, [...path, key])),
];

const replaced = (value: unknown, path: Path, change: (old: unknown) => unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.with(key as number, replaced(value[key as number], rest, change));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replaced(record[key], rest, change) };
};

const everyNumber = (value: unknown, by: unknown): unknown =>
  typeof value === 'number'
    ? by
    : Array.isArray(value)
      ? value.map((part) => everyNumber(part, by))
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, everyNumber(part, by)]))
        : value;

/** The first, the last and some between: the cells of a matrix are all alike. */
const some = (paths: readonly Path[], most: number): Path[] => {
  const step = Math.max(1, Math.ceil(paths.length / most));
  return paths.filter((_, i) => i % step === 0 || i === paths.length - 1);
};

/** What came back, to the end of a generator; undefined where it was refused. */
const call = (name: string, input: Input): { answer: unknown } | 'refused' => {
  try {
    let answer: unknown = (measurement[name as keyof typeof measurement] as (...all: unknown[]) => unknown)(
      ...input,
    );
    if (name.endsWith('Steps')) {
      const steps = answer as Generator<unknown, unknown>;
      for (;;) {
        const step = steps.next();
        answer = step.value;
        if (step.done) break;
      }
    }
    return { answer };
  } catch (error) {
    if (error instanceof RangeError) return 'refused';
    throw error;
  }
};

const isUnknown = (value: unknown) => typeof value === 'number' && !Number.isFinite(value);

const complaints = (name: string, what: string, input: Input, mustRefuse: boolean): string[] => {
  let outcome: ReturnType<typeof call>;
  try {
    outcome = call(name, input);
  } catch (error) {
    return [`${name}, ${what}: ${String(error)}`];
  }
  if (outcome === 'refused') return [];
  if (mustRefuse) return [`${name}, ${what}: answered ${JSON.stringify(outcome.answer)?.slice(0, 80)}`];
  const unknown = pathsTo(isUnknown, outcome.answer);
  return unknown.length ? [`${name}, ${what}: not finite at ${unknown[0]!.join('.') || 'the result'}`] : [];
};

const functions = Object.entries(measurement).flatMap(([name, value]) =>
  typeof value === 'function' ? [name] : [],
);

test('every function of the entry is tried', () => {
  expect(functions.toSorted()).toEqual(Object.keys(cases).toSorted());
});

describe.each(functions)('%s', (name) => {
  const { input, mayBeNull } = cases[name as keyof typeof measurement] ?? { input: [] };
  const numbers = pathsTo((value) => typeof value === 'number', input);
  const lists = pathsTo(Array.isArray, input).filter((path) => path.length > 0);

  test('answers what it is meant for in finite numbers', () => {
    expect(call(name, input)).not.toBe('refused');
    expect(complaints(name, 'as it is meant', input, false)).toEqual([]);
  });

  test('refuses what is no number', () => {
    const found = some(numbers, 24).flatMap((path) =>
      notNumbers.flatMap((hostile) => {
        const missing = hostile === null && mayBeNull?.test(path.join('.')) === true;
        const seed = typeof hostile === 'string' && (name === 'seededRandom' || path.at(-1) === 'seed');
        const changed = replaced(input, path, () => hostile) as Input;
        return complaints(name, `${String(hostile)} at ${path.join('.')}`, changed, !missing && !seed);
      }),
    );
    expect(found).toEqual([]);
  });

  test('answers what is too large or too small in finite numbers, or not at all', () => {
    const one = some(numbers, 24).flatMap((path) =>
      huge.flatMap((hostile) =>
        complaints(
          name,
          `${hostile} at ${path.join('.')}`,
          replaced(input, path, () => hostile) as Input,
          false,
        ),
      ),
    );
    // a list of nothing else, or of both signs, where sums and squares overflow
    const all = some(lists, 6).flatMap((path) =>
      [...huge, 0, 1].flatMap((hostile) =>
        [
          (value: unknown) => everyNumber(value, hostile),
          (value: unknown) =>
            (value as unknown[]).map((part, i) => everyNumber(part, i % 2 ? hostile : -hostile)),
        ].flatMap((change) =>
          complaints(
            name,
            `${hostile} everywhere in ${path.join('.')}`,
            replaced(input, path, change) as Input,
            false,
          ),
        ),
      ),
    );
    expect([...one, ...all]).toEqual([]);
  });

  test('answers empty lists in finite numbers, or not at all', () => {
    const found = some(lists, 6).flatMap((path) =>
      complaints(name, `nothing in ${path.join('.')}`, replaced(input, path, () => []) as Input, false),
    );
    expect(found).toEqual([]);
  });
});

/** What the promised functions answer with, by name; fields may be added. */
const promised: Partial<Record<keyof typeof measurement, string>> = {
  brierDecomposition: 'reliability resolution uncertainty brier',
  pairedEffect: 'difference t df p dz dav hedges interval',
  itemStatistics: 'difficulty interval correctedPointBiserial kelley alphaIfDeleted',
  calibrationCurve: 'forecast count enough',
  confidenceGain: 'confidence accuracy bias brier',
  knowledgeGain: 'gain interval preMean postMean',
  matchedFlow: 'enrolled opening closing pairs matchedShare',
  fitRasch: 'items logLikelihood iterations converged',
  fit2pl: 'items logLikelihood iterations converged',
  scoreEap: 'theta sd',
  scoreMap: 'theta sd',
  scoreWle: 'theta sd',
  linkMeanMean: 'A B',
  linkHaebara: 'A B',
  linkStockingLord: 'A B',
  dropDriftedAnchors: 'kept dropped enough',
  latentMeans: 'waves changes',
  topK: 'id probability rankInterval',
  zones: 'id zone',
  simulatePolicy: 'reliability semAtCut tiedAtCut topKFound reviewZone',
  mantelHaenszel: 'alpha chiSquared chiSquaredCorrected delta standardError etsClass',
  fourFifths: 'group selected total rate ratio flagged turnsWithOneMore p',
};

test.each(Object.entries(promised))('%s answers with %s', (name, fields) => {
  const outcome = call(name, cases[name as keyof typeof measurement]!.input);
  if (outcome === 'refused') throw new Error(`${name} refused its example`);
  const [first] = [outcome.answer].flat() as Record<string, unknown>[];
  for (const field of fields.split(' ')) expect(first![field], field).toBeDefined();
  if (name.startsWith('fit')) {
    for (const field of ['difficulty', 'discrimination', 'se']) {
      expect((first!.items as Record<string, unknown>[])[0]![field], field).toBeDefined();
    }
  }
});

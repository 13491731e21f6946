import { expect, test, vi } from 'vitest';
import { logistic } from './deterministic-math.ts';
import { fit2pl } from './fit-2pl.ts';
import { fitRasch } from './fit-rasch.ts';
import { latentGain } from './latent-gain.ts';
import { latentMeans } from './latent-means.ts';
import { linkMeanMean, linkStockingLord, transformItem } from './link-forms.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 600_000 });

// items 0–5 of each form are common to both
const anchors = 6;
const size = 20;
const gain = 0.5;
type Model = 'rasch' | '2pl';
const bankOf = (model: Model) =>
  [0, 1].map((form) =>
    Array.from({ length: size }, (_, j) => ({
      difficulty: -1.5 + (3 * ((j * 7) % size)) / 19 + (j < anchors ? 0 : 0.1 * form),
      discrimination: model === 'rasch' ? 1.1 : 0.8 + (0.6 * ((j * 11) % size)) / 19,
    })),
  );

/** People divided by lot, 20 % of whom never come back; what is estimated comes from their opening answers alone. */
function measure(seed: string, people: number, model: Model) {
  const bank = bankOf(model);
  const random = seededRandom(seed);
  const forms = [0, 1].map(() => ({ matrix: [] as (0 | 1)[][], rows: [] as (number | null)[] }));
  const waves: (0 | 1 | null)[][][] = [[], []];
  const absent = Array.from({ length: size }, () => null);
  for (let i = 0; i < 2 * people; i++) {
    const form = i % 2;
    const stable = 0.8 * random.normal();
    const answer = (which: number, theta: number) =>
      bank[which]!.map(({ difficulty, discrimination }): 0 | 1 =>
        random.next() < logistic(discrimination * (theta - difficulty)) ? 1 : 0,
      );
    const before = answer(form, stable + 0.6 * random.normal());
    const after = answer(1 - form, stable + 0.6 * random.normal() + gain);
    const stays = random.next() < 0.8;
    forms[form]!.matrix.push(before);
    forms[form]!.rows.push(stays ? waves[0]!.length : null);
    if (!stays) continue;
    waves[0]!.push(form === 0 ? [...before, ...absent] : [...absent, ...before]);
    waves[1]!.push(form === 0 ? [...absent, ...after] : [...after, ...absent]);
  }
  const fit = model === 'rasch' ? fitRasch : fit2pl;
  const links = model === 'rasch' ? linkMeanMean : linkStockingLord;
  const calibrated = forms.map((form) => ({ ...form, items: fit(form.matrix).items }));
  return {
    forms: calibrated,
    model,
    waves,
    link: (first: Parameters<typeof links>[0], second: Parameters<typeof links>[1]) =>
      links(second.slice(0, anchors), first.slice(0, anchors)),
  };
}

test('the change is that of latentMeans, and its error is larger by that of the parameters', () => {
  const input = measure('one', 120, 'rasch');
  const [first, second] = input.forms.map(({ items }) => items);
  const found = input.link(first!, second!);
  const known = latentMeans(input.waves, [...first!, ...second!.map((item) => transformItem(item, found))]);
  const whole = latentGain(input);
  expect(whole.changes[0]!.change).toBeCloseTo(known.changes[0]!.change, 10);
  expect(whole.changes[0]!.standardError).toBeGreaterThan(known.changes[0]!.standardError);
  expect(whole.waves).toEqual(known.waves);
});

const coverage = (people: number, model: Model, rounds: number) => {
  let covered = 0;
  let squares = 0;
  let error = 0;
  for (let r = 0; r < rounds; r++) {
    const { change, standardError, interval } = latentGain(measure(`${model} ${r}`, people, model))
      .changes[0]!;
    if (interval[0] <= gain && gain <= interval[1]) covered += 1;
    squares += ((change - gain) / standardError) ** 2;
    error += change - gain;
  }
  return { covered: covered / rounds, squares: squares / rounds, bias: error / rounds };
};

const prove = process.env.PUENTE_PROVE === '1';
test.skipIf(!prove).each([
  [120, 'rasch', 1500],
  [500, '2pl', 800],
] as const)(
  'with parameters estimated from %i people a form (%s), 93–97 % of the intervals hold the gain',
  (people, model, rounds) => {
    const found = coverage(people, model, rounds);
    console.log(`latent gain, ${people} a form, ${model}: ${JSON.stringify(found)}`);
    expect(found.covered).toBeGreaterThanOrEqual(0.93);
    expect(found.covered).toBeLessThanOrEqual(0.97);
  },
);

test.skipIf(!prove)('the error through the parameters is what refitting without each person finds', () => {
  const input = measure('jackknife', 120, 'rasch');
  const [first, second] = input.forms.map(({ items }) => items);
  const found = input.link(first!, second!);
  const bank = [...first!, ...second!.map((item) => transformItem(item, found))];
  const known = latentMeans(input.waves, bank).changes[0]!;
  // As if all who calibrated were strangers to the waves: then both errors add.
  const strangers = input.forms.map((form) => ({ ...form, rows: form.rows.map(() => null) }));
  const whole = latentGain({ ...input, forms: strangers }).changes[0]!;
  let squares = 0;
  for (const [f, { matrix }] of input.forms.entries()) {
    for (let i = 0; i < matrix.length; i++) {
      const forms = strangers.map((form, other) =>
        other === f
          ? {
              matrix: matrix.toSpliced(i, 1),
              items: fitRasch(matrix.toSpliced(i, 1)).items,
              rows: form.rows.toSpliced(i, 1),
            }
          : form,
      );
      squares += (latentGain({ ...input, forms }).changes[0]!.change - whole.change) ** 2;
    }
  }
  const ratio = (whole.standardError ** 2 - known.standardError ** 2) / squares;
  expect(ratio).toBeGreaterThan(0.9);
  expect(ratio).toBeLessThan(1.1);
});

test('with estimated parameters the error is as large as it says', () => {
  const found = coverage(120, 'rasch', 60);
  // the mean of 60 squared standard normals has a standard error of .18
  expect(found.squares).toBeGreaterThan(0.55);
  expect(found.squares).toBeLessThan(1.5);
});

test('refuses what does not fit together', () => {
  const input = measure('refused', 100, 'rasch');
  const [first, second] = input.forms;
  expect(() => latentGain({ ...input, forms: [] })).toThrow(RangeError);
  expect(() => latentGain({ ...input, forms: [first!, second!, second!] })).toThrow(RangeError);
  expect(() => latentGain({ ...input, waves: [] })).toThrow(RangeError);
  expect(() => latentGain({ ...input, forms: [first!] })).toThrow(RangeError);
  expect(() => latentGain({ ...input, level: 1 })).toThrow(RangeError);
  const far = { ...first!, rows: first!.rows.map(() => 9999) };
  expect(() => latentGain({ ...input, forms: [far, second!] })).toThrow(/no row 9999/);
  const short = { ...first!, rows: first!.rows.slice(1) };
  expect(() => latentGain({ ...input, forms: [short, second!] })).toThrow(RangeError);
});

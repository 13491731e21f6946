import { mean, seededRandom, type ItemParameters } from '@puente/measurement';
import { expect, test } from 'vitest';
import { analyseSitting, type FormRecords, type ItemModel, type SittingRecords } from './analyse-sitting.ts';

const items = (form: string) => [
  ...Array.from({ length: 6 }, (_, index) => `anchor-${index}`),
  ...Array.from({ length: 14 }, (_, index) => `${form}-${index}`),
];
const options = ['key', 'near', 'far', 'never'];

/** True parameters by name; whoever plants another difficulty says so. */
const truth = (id: string, over: Record<string, number> = {}): ItemParameters => {
  const random = seededRandom(`item ${id}`);
  return {
    difficulty: over[id] ?? random.normal() * 0.8,
    discrimination: 0.9 + 0.4 * random.next(),
  };
};

/** A form as people of ability N(mean, 1) answer it; who is wrong chooses between two options. */
const planted = (
  form: string,
  people: number,
  {
    ability = 0,
    guess = 0,
    over = {},
    seed = form,
  }: { ability?: number; guess?: number; over?: Record<string, number>; seed?: string } = {},
): FormRecords => {
  const random = seededRandom(`people ${seed} ${people}`);
  const ids = items(form);
  const parameters = ids.map((id) => truth(id, over));
  const right = Array.from({ length: people }, () => {
    const theta = ability + random.normal();
    return parameters.map(({ difficulty, discrimination }): 0 | 1 =>
      random.next() < guess + (1 - guess) / (1 + Math.exp(-discrimination * (theta - difficulty))) ? 1 : 0,
    );
  });
  return {
    form,
    started: people + 3,
    items: ids.map((id) => ({ id, options, key: 'key', chance: 0.25 })),
    learnerKeys: right.map((_, person) => `${form}/${person}`),
    right,
    choices: right.map((row) => row.map((one) => (one ? 'key' : random.next() < 0.7 ? 'near' : 'far'))),
    confidences: right.map((row) => row.map((one) => (one ? 0.85 : 0.5))),
    seconds: right.map((row) => row.map(() => 20 + 10 * random.next())),
  };
};

const sitting = (forms: FormRecords[], over: Partial<SittingRecords> = {}): SittingRecords => ({
  sittingId: 'now',
  courseId: 'physiology',
  wave: 'opening',
  forms,
  opening: null,
  earlier: new Map(),
  ...over,
});

test.each([
  [40, 'none', true],
  [99, 'none', false],
  [100, 'rasch', false],
  [499, 'rasch', false],
  [500, '2pl', false],
] as const)('with %i people a form the model is %s', (people, kind, tooLittle) => {
  const { analysis } = analyseSitting(sitting([planted('A', people)]));
  const [form] = analysis.forms;
  expect(form!.model).toMatchObject({ kind, people });
  expect(form!.items.every((item) => item.tooLittleData === tooLittle)).toBe(true);
  expect(form!.alpha === null).toBe(tooLittle);
  // Shown from 50 people, acted upon from 100.
  expect(form!.items.every((item) => (item.advice === null) === people < 100)).toBe(true);
  expect(form!.started).toBe(people + 3);
});

test('near chance the guessing parameter is fixed at chance, and never estimated', () => {
  const low = analyseSitting(sitting([planted('A', 400, { ability: -2.6, guess: 0.25 })])).analysis.forms[0]!;
  expect(low.meanPercent!.value).toBeLessThan(35);
  expect(low.model).toMatchObject({ guessing: 0.25 });
  expect(analyseSitting(sitting([planted('A', 300)])).analysis.forms[0]!.model).toMatchObject({
    guessing: 0,
  });
});

test('the link puts the second form on the scale of the first, though other people took it', () => {
  const forms = [planted('A', 1500), planted('B', 1500, { ability: 0.5 })];
  const { analysis } = analyseSitting(sitting(forms));
  expect(analysis.link).toMatchObject({
    from: 'B',
    to: 'A',
    method: 'stocking-lord',
    anchors: 6,
    dropped: [],
  });
  // Who took B is .5 better: what is 0 on their own scale is .5 on that of A.
  expect(analysis.link!.A).toBeCloseTo(1, 0);
  expect(Math.abs(analysis.link!.B - 0.5)).toBeLessThan(0.12);
  const errors = analysis.forms[1]!.items.map(
    ({ itemId, model }) => model!.difficulty - truth(itemId).difficulty,
  );
  expect(Math.abs(mean(errors))).toBeLessThan(0.12);
});

test('an anchor that drifted leaves the link; where fewer than four stay, the lot links the forms', () => {
  const drift = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `anchor-${index}`,
        truth(`anchor-${index}`).difficulty + (index % 2 ? 1.4 : -1.4),
      ]),
    );
  const of = (count: number) =>
    analyseSitting(sitting([planted('A', 1000), planted('B', 1000, { over: drift(count) })])).analysis.link!;
  expect(of(1)).toMatchObject({ method: 'stocking-lord', anchors: 5, dropped: ['anchor-0'] });
  expect(of(4)).toMatchObject({ method: 'random-groups', A: 1, B: 0 });
  expect(of(4).anchors).toBeLessThan(4);
});

test('the closing sitting takes its parameters from the opening one, and links nothing', () => {
  const opening = analyseSitting(sitting([planted('A', 300), planted('B', 300)])).analysis;
  const known = new Map(
    opening.forms.flatMap(({ form, items: found }) =>
      found.map(({ itemId, model }) => [`${form}/${itemId}`, model!] as [string, ItemModel]),
    ),
  );
  const records = [planted('A', 200, { ability: 1, seed: 'later' })];
  const closing = analyseSitting(
    sitting(records, { wave: 'closing', opening: { sittingId: 'first', people: 300, items: known } }),
  ).analysis;
  expect(closing.forms[0]!.model).toEqual({ kind: 'opening', sittingId: 'first', people: 300 });
  expect(closing.forms[0]!.items.map((item) => item.model)).toEqual(
    opening.forms[0]!.items.map((item) => item.model),
  );
  expect(closing.link).toBeNull();
  expect(analyseSitting(sitting(records, { wave: 'closing' })).analysis.forms[0]!.model).toEqual({
    kind: 'none',
    reason: 'no-opening',
    people: 200,
  });
});

test('an item that is easier than in an earlier term beyond error has leaked; the others have not', () => {
  const then = analyseSitting(sitting([planted('A', 800)])).analysis;
  const earlier = new Map(
    then.forms[0]!.items.map(({ itemId, model }) => [itemId, model!] as [string, ItemModel]),
  );
  const leaked = { 'A-3': truth('A-3').difficulty - 1.2 };
  // The whole section is better than the one before: that is no leak.
  const now = planted('A', 800, { ability: 0.6, over: leaked, seed: 'another term' });
  const found = analyseSitting(sitting([now], { earlier })).analysis.forms[0]!.items;
  expect(found.filter((item) => item.leaked).map((item) => item.itemId)).toEqual(['A-3']);
  expect(found.every((item) => item.leaked !== null)).toBe(true);
  expect(analyseSitting(sitting([now])).analysis.forms[0]!.items.every((item) => item.leaked === null)).toBe(
    true,
  );
});

test('a wrong key shows itself, and each distractor says whether it works', () => {
  const form = planted('A', 300);
  form.right.forEach((row, person) => {
    row[7] = row[7] === 1 ? 0 : 1;
    form.choices[person]![7] = row[7] === 1 ? 'key' : 'near';
  });
  const found = analyseSitting(sitting([form])).analysis.forms[0]!.items;
  expect(found[7]).toMatchObject({ advice: 'check-key' });
  expect(found[7]!.discrimination!.value).toBeLessThan(0);
  const sound = found[3]!;
  expect(sound.options.map((option) => option.people)).toEqual(
    sound.options.map((option) => option.people).toSorted((a, b) => b - a),
  );
  expect(sound.options.find((option) => option.isKey)).toMatchObject({
    works: null,
    meanConfidence: expect.closeTo(0.85, 10),
  });
  expect(sound.options.filter((option) => option.works === true).map((o) => o.meanConfidence)).toEqual([
    0.5, 0.5,
  ]);
  expect(sound.options.at(-1)).toMatchObject({
    people: 0,
    works: false,
    correlation: null,
    meanConfidence: null,
  });
});

test('who answered more than a tenth faster than one can read is flagged, by key, and counted', () => {
  const form = planted('A', 60);
  const rush = (person: number, answers: number) =>
    form.seconds[person]!.forEach((_, place, row) => {
      if (place < answers) row[place] = 1;
    });
  rush(4, 3);
  rush(9, 2);
  const { analysis, rapidLearnerKeys } = analyseSitting(sitting([form]));
  // Three of twenty are 15 %; two are 10 %, which is not above it.
  expect(rapidLearnerKeys).toEqual(['A/4']);
  expect(analysis.effort).toEqual({ people: 60, rapid: 1 });
});

test('a form that all answered alike says nothing of people, and throws nothing', () => {
  const form = planted('A', 120);
  form.right = form.right.map((row) => row.map(() => 1));
  const [found] = analyseSitting(sitting([form])).analysis.forms;
  expect(found).toMatchObject({
    meanPercent: { value: 100, interval: [100, 100] },
    sdPercent: null,
    alpha: null,
    semPercent: null,
  });
  expect(found!.model).toEqual({ kind: 'none', reason: 'not-converged', people: 120 });
});

import { expect, test } from 'vitest';
import type { Wave } from '@puente/schemas';
import { chooseForms } from './choose-forms.ts';
import { exposureOf, type FormUse } from './list-form-uses.ts';

const now = new Date('2027-03-10T12:00:00Z');
const form = (id: string, kind: 'gain' | 'sealed', modules = ['m1', 'm2']) => ({
  id,
  course: 'c',
  kind,
  modules,
  demonstration: false,
  minutes: 20,
  anchors: kind === 'gain' ? ['anchor'] : [],
  items: kind === 'gain' ? ['anchor', `${id}-1`] : [`${id}-1`],
  frozen: false,
});
const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((id) => form(id, 'gain'));
const sealed = [form('S1', 'sealed'), form('S2', 'sealed')];
const use = (of: string, termsSince: number, over: Partial<FormUse> = {}): FormUse => ({
  form: of,
  wave: 'opening',
  cohortId: 'earlier',
  term: 'then',
  opensAt: new Date('2027-03-01T12:00:00Z'),
  shown: 30,
  termsSince,
  ...over,
});
const choose = (
  wave: Wave,
  forms: ReturnType<typeof form>[],
  over: Partial<Parameters<typeof chooseForms>[0]> = {},
) =>
  chooseForms({
    forms,
    catalogue: {
      forms: new Map(forms.map((one) => [one.id, one])),
      items: new Map(
        forms.flatMap((one) => one.items.map((id) => [id, { id, use: one.kind }] as const)),
      ) as never,
    },
    wave,
    uses: [],
    given: [],
    reuse: false,
    now,
    ...over,
  });

test('an opening takes two forms that stand against each other, and no narrower ones', () => {
  expect(choose('opening', [form('small', 'gain', ['m1']), a!, b!, c!])).toEqual({ forms: ['A', 'B'] });
  expect(choose('opening', sealed)).toEqual({ problem: 'none', forms: [] });
});

test('the closing gives what the opening gave, whatever else there is', () => {
  const given = [{ wave: 'opening' as const, forms: ['C', 'D'] }];
  expect(choose('closing', [a!, b!, c!, d!], { given })).toEqual({ forms: ['C', 'D'] });
  // Their own term is no rest: the pair comes back as its closing.
  expect(
    choose('closing', [a!, b!], { given: [{ wave: 'opening', forms: ['A', 'B'] }], uses: [use('A', 1)] }),
  ).toEqual({
    forms: ['A', 'B'],
  });
});

test('a gain form rests two terms, and may be used in its own and from the third on', () => {
  const uses = (termsSince: number) => [use('A', termsSince), use('B', termsSince)];
  for (const termsSince of [0, 3]) {
    expect(choose('opening', [a!, b!], { uses: uses(termsSince) })).toEqual({ forms: ['A', 'B'] });
  }
  for (const termsSince of [1, 2]) {
    expect(choose('opening', [a!, b!], { uses: uses(termsSince) })).toEqual({
      problem: 'rests',
      forms: ['A', 'B'],
    });
    expect(choose('opening', [a!, b!], { uses: uses(termsSince), reuse: true })).toEqual({
      forms: ['A', 'B'],
    });
  }
  const own = (id: string) => ({ ...form(id, 'gain'), anchors: [], items: [`${id}-1`] });
  expect(choose('opening', ['A', 'B', 'C', 'D'].map(own), { uses: uses(1) })).toEqual({ forms: ['C', 'D'] });
});

test('a delayed sitting gives a form that the cohort has not seen', () => {
  const given = [
    { wave: 'opening' as const, forms: ['A', 'B'] },
    { wave: 'closing' as const, forms: ['A', 'B'] },
  ];
  expect(choose('delayed', [a!, b!, c!], { given, uses: [use('A', 0)] })).toEqual({ forms: ['C'] });
  expect(choose('delayed', [a!, b!], { given })).toEqual({ problem: 'unseen', forms: ['A', 'B'] });
});

test('a sealed form is sat in the windows of one week, and then retires', () => {
  const uses = (opensAt: string) => [use('S1', 0, { wave: 'selection', opensAt: new Date(opensAt) })];
  expect(choose('selection', sealed)).toEqual({ forms: ['S1'] });
  expect(choose('selection', sealed, { uses: uses('2027-03-09T12:00:00Z') })).toEqual({ forms: ['S1'] });
  expect(choose('selection', sealed, { uses: uses('2027-03-01T12:00:00Z') })).toEqual({ forms: ['S2'] });
  expect(choose('selection', sealed.slice(0, 1), { uses: uses('2027-03-01T12:00:00Z') })).toEqual({
    problem: 'retired',
    forms: ['S1'],
  });
});

test('an item counts who has seen it in every form that holds it', () => {
  const forms = [a!, b!];
  const catalogue = {
    forms: new Map(forms.map((one) => [one.id, one])),
    items: new Map([['anchor', { id: 'anchor', use: 'gain' }]]) as never,
  };
  const uses = [use('A', 0, { shown: 12 }), use('B', 0, { shown: 11 })];
  expect(exposureOf('anchor', uses, catalogue, now)).toEqual({
    itemId: 'anchor',
    shown: 23,
    state: 'in use',
  });
  expect(exposureOf('A-1', uses, catalogue, now).shown).toBe(12);
  expect(exposureOf('anchor', [use('A', 2)], catalogue, now).state).toBe('rests');
});

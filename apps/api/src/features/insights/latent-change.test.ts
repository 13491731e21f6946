import { seededRandom } from '@puente/measurement';
import { expect, test } from 'vitest';
import type { FormRecords } from './analyse-sitting.ts';
import { estimateChange } from './latent-change.ts';

const planted = 0.6;
const names = ['A', 'B'] as const;
const itemsOf = (form: string) => [
  ...Array.from({ length: 6 }, (_, index) => `anchor-${index}`),
  ...Array.from({ length: 14 }, (_, index) => `${form}-${index}`),
];
const difficultyOf = (item: string) => seededRandom(`item ${item}`).normal() * 0.8;

/** So many people a form, who all come back and meet the other one. */
const section = (people: number) => {
  const random = seededRandom(`section ${people}`);
  const answersOf = (form: string, theta: number) =>
    itemsOf(form).map((item): 0 | 1 =>
      random.next() < 1 / (1 + Math.exp(difficultyOf(item) - theta)) ? 1 : 0,
    );
  const closing = new Map<string, Map<string, 0 | 1>>();
  const records = names.map((form): FormRecords => {
    const learnerKeys = Array.from({ length: people }, (_, index) => `${form}/${index}`);
    const right = learnerKeys.map((key) => {
      const other = form === 'A' ? 'B' : 'A';
      const theta = random.normal();
      const after = answersOf(other, theta + planted);
      closing.set(key, new Map(itemsOf(other).map((item, place) => [item, after[place]!])));
      return answersOf(form, theta);
    });
    const blank = <T>(value: T) => right.map((row) => row.map(() => value));
    return {
      form,
      started: people,
      items: itemsOf(form).map((id) => ({ id, options: [], key: null, chance: 0.25 })),
      learnerKeys,
      right,
      choices: blank(null),
      confidences: blank(null),
      seconds: blank(null),
    };
  });
  const pairs = records.flatMap(({ form, learnerKeys }) =>
    learnerKeys.map((learnerKey) => ({
      learnerKey,
      opening: { form, attemptId: `opening ${learnerKey}` },
      closing: { form: form === 'A' ? 'B' : 'A', attemptId: `closing ${learnerKey}` },
    })),
  );
  const rows = new Map(
    records.flatMap(({ learnerKeys, right, form }) =>
      learnerKeys.map((key, person): [string, Map<string, 0 | 1>] => [
        `opening ${key}`,
        new Map(itemsOf(form).map((item, place) => [item, right[person]![place]!])),
      ]),
    ),
  );
  const rowOf = ({ attemptId }: { attemptId: string }, items: readonly string[]) =>
    items.map((item) => (rows.get(attemptId) ?? closing.get(attemptId.slice(8))!).get(item) ?? null);
  return { records, pairs, rowOf };
};

test('finds a planted change on the scale of the opening form, the error of its parameters in the interval', () => {
  const { records, pairs, rowOf } = section(150);
  const found = estimateChange(records, pairs, rowOf)!;
  expect(found.kind).toBe('rasch');
  const [low, high] = found.interval;
  expect(low).toBeLessThan(planted);
  expect(high).toBeGreaterThan(planted);
  // With the parameters known the half width would be about 1.96·.6/√300; their error is in it, and not more.
  expect(high - low).toBeGreaterThan(0.1);
  expect(high - low).toBeLessThan(0.6);
});

test('without a model of both forms there is none', () => {
  const { records, pairs, rowOf } = section(90);
  expect(estimateChange(records, pairs, rowOf)).toBeNull();
});

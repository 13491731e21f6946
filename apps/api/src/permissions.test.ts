import { institutions } from '@puente/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSitting, startSitting } from './features/attempts/testing.ts';
import { listOperations } from './operations.testing.ts';
import { people, permissionTable, type Row } from './permissions.testing.ts';
import { createTestApp, type TestApp } from './testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  // Only a demonstration may select by a form whose keys are public.
  await t.database.db.asGlobal((db) => db.update(institutions).set({ demonstration: true }));
  await startSitting(t, 'student', await openSitting(t, 'opening'));
});
afterAll(() => t.close());

const { rows, acts } = permissionTable(() => t);

test('every route that the OpenAPI document has stands in the table, and the other way round', async () => {
  const described = (await listOperations(t.app)).map(({ method, path }) => `${method} ${path}`).sort();
  expect(rows.map(({ route }) => route).sort()).toEqual(described);
});

const expectOutcomes = async ({ route, request, outcomes }: Row) => {
  const method = route.split(' ')[0] as 'GET';
  const answers: string[] = [];
  for (const person of people) {
    const call = { method, ...(await request()) };
    const answer = person === 'nobody' ? await t.app.inject(call) : await t.as(person)(call);
    answers.push(String(answer.statusCode));
  }
  expect(Object.fromEntries(people.map((person, index) => [person, answers[index]]))).toEqual(
    Object.fromEntries(people.map((person, index) => [person, outcomes.split(' ')[index]])),
  );
};

describe.each(rows)('$route', (row) => {
  test('answers each person as the table says', () => expectOutcomes(row));
});

test.each(acts)('the act $act of a round is for programme staff of its institution alone', (row) =>
  expectOutcomes(row),
);

import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing.ts';
import { errors } from './errors.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const cohortId = '01890000-0000-7000-8000-000000000000';

test.each<[string, string, string, unknown, string[]]>([
  ['nothing', 'POST', '/api/session', {}, ['email', 'password']],
  ['an e-mail alone', 'POST', '/api/session', { email: 'a@b.example' }, ['password']],
  ['a student code alone', 'POST', '/api/session', { studentCode: 'U1' }, ['institution', 'password']],
  ['a password that is none', 'POST', '/api/session', { email: 'a@b.example', password: '' }, ['password']],
  ['a field too many', 'POST', '/api/session', { email: 'a@b.example', password: 'p', x: 1 }, ['x']],
  ['a text', 'POST', '/api/session', 'email', ['body']],
  ['nothing', 'POST', '/api/activation', {}, ['institution', 'code', 'password', 'studentCode']],
  [
    'a password that is too short',
    'POST',
    '/api/activation',
    { institution: 'home', email: 'a@b.example', code: 'AAAA-BBBB', password: 'short' },
    ['password'],
  ],
  ['nothing', 'POST', '/api/people/activation-codes', {}, ['cohortId']],
  [
    'a list with a stranger',
    'POST',
    '/api/people/activation-codes',
    { membershipIds: [cohortId, 7] },
    ['membershipIds.1'],
  ],
  ['nothing', 'PATCH', `/api/cohorts/${cohortId}/students/${cohortId}`, {}, ['leave']],
  [
    'a cohort that is none',
    'PATCH',
    `/api/cohorts/${cohortId}/students/${cohortId}`,
    { toCohortId: '' },
    ['toCohortId'],
  ],
  ['a name that is a number', 'POST', '/api/campuses', { name: 7 }, ['name']],
])('%s sent by %s to %s: the fields are named', async (_, method, url, payload, fields) => {
  const answer = await t.as('admin')({
    method: method as 'POST',
    url,
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json' },
  });
  expect([answer.statusCode, answer.json().code], answer.body).toEqual([400, 'invalid']);
  const found = answer.json().errors as { field: string; message: string }[];
  expect(found.map(({ field }) => field)).toEqual(fields);
});

test('each message says what is wrong, and none is like another', async () => {
  const messages = async (payload: object) =>
    (
      (await t.app.inject({ method: 'POST', url: '/api/activation', payload })).json().errors as {
        message: string;
      }[]
    ).map(({ message }) => message);
  const body = { institution: 'home', studentCode: 'U1', code: 'AAAA-BBBB', password: 'long enough' };
  const said = [
    ...(await messages({ ...body, password: 'short' })),
    ...(await messages({ ...body, password: 7 })),
    ...(await messages({ ...body, code: '?' })),
  ];
  expect(new Set(said).size).toBe(3);
  for (const one of said) expect(one).not.toBe('Invalid input');
});

test('a file that is missing names its place', async () => {
  const answer = await t.as('admin')({ method: 'POST', url: '/api/people/import' });
  expect(answer.json()).toMatchObject({ status: 400, code: 'no_file', errors: [{ field: 'body' }] });
});

test('text that PostgreSQL refuses names its fields, wherever it came from', async () => {
  const app = Fastify();
  await app.register(errors);
  app.post('/say/:word', async () => t.database.db.pool.query('select $1::text', ['half\0']));
  const said = async (payload: object) =>
    (await app.inject({ method: 'POST', url: '/say/%00?again=fine', payload })).json();
  const message = 'Contains a character that cannot be stored.';
  expect(await said({ deep: [{ text: 'half \ud800' }], fine: 'ñ 💉' })).toMatchObject({
    status: 400,
    code: 'invalid',
    errors: [
      { field: 'word', message },
      { field: 'deep.0.text', message },
    ],
  });
  await app.close();
});

import { isHttpError } from '@sveltejs/kit';
import { endpoint } from '@puente/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { call } from './api.ts';
import { Problem, refuse } from './problem.ts';

const change = endpoint({
  method: 'POST',
  path: '/api/things/:thingId',
  summary: 'Change a thing',
  params: z.object({ thingId: z.string() }),
  query: z.object({ lang: z.string(), page: z.optional(z.int()) }),
  body: z.object({ name: z.string() }),
  response: z.object({ ok: z.boolean() }),
});

const answering =
  (status: number, body: unknown, seen: unknown[] = []): typeof fetch =>
  async (address, init) => {
    seen.push(address, init?.method, init?.body);
    return Response.json(body, { status });
  };

const input = { params: { thingId: 'a/b' }, query: { lang: 'es' }, body: { name: 'x' } };

const caughtFrom = (status: number, body: unknown) =>
  call(answering(status, body), change, input).then(
    () => undefined,
    (caught: unknown) => caught,
  );

test('an endpoint becomes its address, method and body', async () => {
  const seen: unknown[] = [];
  expect(await call(answering(200, { ok: true }, seen), change, input)).toEqual({ ok: true });
  expect(seen).toEqual(['/api/things/a%2Fb?lang=es', 'POST', '{"name":"x"}']);
});

test('what a person can mend is a Problem, and becomes a refusal without secrets', async () => {
  const errors = [{ field: 'name', message: 'Too short' }];
  const caught = await caughtFrom(422, { title: 'Invalid', code: 'invalid', errors });
  expect(caught).toBeInstanceOf(Problem);
  const refusal = refuse(caught, { name: 'x', password: 'secret', code: 'ABCD-2345' });
  expect(refusal.status).toBe(422);
  expect(refusal.data).toMatchObject({ errors: { name: 'Too short' }, values: { name: 'x' } });
  expect(JSON.stringify(refusal.data)).not.toMatch(/secret|ABCD/);
});

test('what nobody can mend by typing is an error page', async () => {
  for (const status of [403, 404, 500, 503]) {
    const caught = await caughtFrom(status, { title: 'No', code: 'no' });
    expect(isHttpError(caught, status)).toBe(true);
  }
});

test('an API out of reach is 503', async () => {
  const offline = () => Promise.reject(new TypeError('fetch failed'));
  const caught = await call(offline, change, input).catch((error: unknown) => error);
  expect(isHttpError(caught, 503)).toBe(true);
});

test('what is not a Problem is thrown again', () => {
  const stranger = new Error('x');
  expect(() => refuse(stranger, {})).toThrow(stranger);
});

import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOperations, type Operation } from './operations.testing.ts';
import { createTestApp, type TestApp } from './testing.ts';

let t: TestApp;
let operations: Operation[];
beforeAll(async () => {
  t = await createTestApp();
  operations = await listOperations(t.app);
});
afterAll(() => t.close());

const who = ['nobody', 'student', 'faculty', 'staff', 'admin', 'awayStudent'] as const;

/** Values that have broken software before. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '0',
    -1,
    1e308,
    1e-320,
    '\u0000',
    '\ud800',
    '💉',
    '﻿',
    "'; drop table responses; --",
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '01890000-0000-7000-8000-000000000000',
    'es',
    'physiology',
    'membrane-potential',
    '2026-02-30T00:00:00Z',
    '2026-03-16T15:00:00Z',
    true,
    [],
    {},
    'x'.repeat(10_000),
    '=1+1',
  ),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const bodyFor = (operation: Operation): fc.Arbitrary<unknown> =>
  fc.oneof(
    nasty,
    fc.dictionary(fc.constantFrom(...operation.bodyFields, '__proto__', 'extra'), nasty, { maxKeys: 12 }),
  );

test('arbitrary input to every route, by everybody, never fails on our side', async () => {
  expect(operations.length).toBeGreaterThan(20);
  const arbitrary = fc.constantFrom(...operations).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      actor: fc.constantFrom(...who),
      ids: fc.array(
        fc.oneof(
          fc.constantFrom(
            t.home.cohortId,
            t.away.cohortId,
            'physiology',
            'membrane-potential',
            'ABCDEF',
            '%00',
            'a'.repeat(300),
          ),
          fc.uuid(),
          fc.string({ minLength: 1, maxLength: 20 }),
        ),
        { minLength: 4, maxLength: 4 },
      ),
      query: fc.dictionary(
        fc.constantFrom('language', 'page', 'search', 'course', 'dryRun', 'names', 'cohortId'),
        fc.oneof(fc.string(), fc.constantFrom('es', '-1', '1e9', '\u0000', 'true')),
      ),
      body: bodyFor(operation),
      type: fc.constantFrom(
        'application/json',
        'application/json',
        'application/json',
        'text/csv',
        'application/octet-stream',
        'text/plain',
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ operation, actor, ids, query, body, type }) => {
      let index = 0;
      const path = operation.path.replace(/\{\w+\}/g, () =>
        encodeURIComponent(wellFormed(ids[index++ % ids.length]!)),
      );
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [name, wellFormed(value)]),
      );
      const request: InjectOptions = {
        method: operation.method as 'POST',
        url: `${path}?${search}`,
        ...(operation.method !== 'GET' && {
          payload: JSON.stringify(body),
          headers: { 'content-type': type },
        }),
      };
      const answer = actor === 'nobody' ? await t.app.inject(request) : await t.as(actor)(request);
      expect(
        answer.statusCode,
        `${actor} ${operation.method} ${request.url as string} ${JSON.stringify(body)} → ${answer.body}`,
      ).toBeLessThan(500);
      if (answer.statusCode >= 400)
        expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }),
    { numRuns: Number(process.env.PUENTE_RUNS ?? 1500), seed: 20_261_121, endOnFailure: false },
  );
}, 300_000);

const wellFormed = (text: string): string => text.toWellFormed();

test('a body that is no JSON, too large, or of an unknown kind gets a problem that says so', async () => {
  const post = (payload: string, type = 'application/json') =>
    t.as('student')({ method: 'POST', url: '/api/responses', payload, headers: { 'content-type': type } });
  expect((await post('{"responses":')).statusCode).toBe(400);
  expect((await post('[]')).json()).toMatchObject({ status: 400, code: 'invalid' });
  expect((await post('x'.repeat(3 * 1024 * 1024))).statusCode).toBe(413);
  expect((await post('a=b', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
});

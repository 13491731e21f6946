import { institutions } from '@puente/database';
import * as schemas from '@puente/schemas';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSitting, startSitting } from './features/attempts/testing.ts';
import { people, permissionTable, type Row } from './permissions.testing.ts';
import { createTestApp, type TestApp } from './testing.ts';

let t: TestApp;
/** Row-level security does not bind it. */
let everything: pg.Client;
let marksOfAll: string;
beforeAll(async () => {
  t = await createTestApp();
  everything = new pg.Client({ connectionString: t.database.adminUrl });
  await everything.connect();
  const tables = await everything.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition
        and relname not in ('sign_in_counters', 'content_versions')`,
  );
  // Whatever adds, changes or removes a row changes how many there are or the sum of who wrote them.
  marksOfAll = tables.rows
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || '/' || sum(xmin::text::bigint) as mark from ${name}`,
    )
    .join(' union all ');
  await t.database.db.asGlobal((db) => db.update(institutions).set({ demonstration: true }));
  await startSitting(t, 'student', await openSitting(t, 'opening'));
});
afterAll(async () => {
  await everything.end();
  await t.close();
});

const { rows } = permissionTable(() => t);

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

type Path = readonly string[];

/** Every place in a body, the outermost first. */
const placesIn = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [[...at, name], ...placesIn(inner, [...at, name])])
    : [];

const withValue = (body: unknown, [name, ...rest]: Path, value: unknown): unknown => {
  if (name === undefined) return value;
  const copy = Array.isArray(body) ? [...(body as unknown[])] : { ...(body as object) };
  const holder = copy as Record<string, unknown>;
  Object.defineProperty(holder, name, {
    value: withValue(holder[name], rest, value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
};

interface Hostile {
  actor: (typeof people)[number];
  request: InjectOptions;
  /** Where the body is not as it should be; undefined: it is right. */
  at: Path | undefined;
  body: unknown;
}

type Asked = Awaited<ReturnType<Row['request']>>;

/** The right request with one thing in it made nasty: a field, the whole body, what the path or the query says. */
const spoiled = ({ route, outcomes }: Row, asked: Asked): fc.Arbitrary<Hostile> => {
  const [method] = route.split(' ');
  const url = asked.url as string;
  const body = asked.payload as unknown;
  const answered = people.filter((_, index) => !/^40[134]$/.test(outcomes.split(' ')[index]!));
  const actor = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(answered.length ? answered : people)) },
    { weight: 1, arbitrary: fc.constantFrom(...people) },
  );
  const make = (over: { url?: string; body?: unknown; type?: string; at?: Path }) => {
    const sent = 'body' in over ? over.body : body;
    const isText = over.type !== undefined && over.type !== 'application/json';
    return {
      at: over.at,
      body: sent,
      request: {
        method: method as 'POST',
        url: over.url ?? url,
        headers: asked.headers,
        ...(sent !== undefined &&
          method !== 'GET' && {
            payload: typeof sent === 'string' && (asked.headers || isText) ? sent : JSON.stringify(sent),
            headers: asked.headers ?? { 'content-type': over.type ?? 'application/json' },
          }),
      } as InjectOptions,
    };
  };
  const word = fc.oneof(
    fc.constantFrom('%00', 'a'.repeat(300), t.away.cohortId, 'ABCDEF', '-1', '1e9', '\u0000', ' '),
    fc.uuid(),
    fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.toWellFormed()),
  );
  const places: Path[] = typeof body === 'object' ? [...placesIn(body), ['extra'], ['__proto__']] : [];
  const [path, search = ''] = url.split('?');
  const parts = path!.split('/');
  const named = route
    .split(' ')[1]!
    .split('/')
    .flatMap((part, index) => (part.startsWith('{') ? [index] : []));
  const inPath = named.map((index) =>
    word.map((value) =>
      make({
        url: [parts.with(index, encodeURIComponent(value)).join('/'), search && `?${search}`].join(''),
      }),
    ),
  );
  const inQuery = fc
    .tuple(fc.constantFrom('language', 'page', 'search', 'course', 'dryRun', 'names', 'cohortId'), word)
    .map(([name, value]) => {
      const query = new URLSearchParams(search);
      query.set(name, value);
      return make({ url: `${path}?${query}` });
    });
  const ofKind = fc
    .tuple(fc.constantFrom('text/csv', 'application/octet-stream', 'text/plain'), fc.string())
    .map(([type, text]) => make({ body: text, type }));
  const ways =
    body === undefined
      ? [...inPath, inQuery]
      : [
          ...(places.length
            ? Array.from({ length: 4 }, () =>
                fc
                  .tuple(fc.constantFrom(...places), nasty)
                  .map(([at, value]) => make({ body: withValue(body, at, value), at })),
              )
            : []),
          nasty.map((value) => make({ body: value, at: [] })),
          ...inPath,
          inQuery,
          ofKind,
        ];
  return fc
    .record({ actor, hostile: fc.oneof(...ways) })
    .map(({ hostile, ...rest }) => ({ ...rest, ...hostile }));
};

/** The state of every table, over all institutions. Not the counters of tries, which a refusal is there to raise. */
const marks = async (): Promise<Record<string, string>> => {
  const found = await everything.query<{ name: string; mark: string }>({ name: 'marks', text: marksOfAll });
  return Object.fromEntries(found.rows.map(({ name, mark }) => [name, mark]));
};

const isContract = (one: unknown): one is schemas.Endpoint =>
  typeof one === 'object' && one !== null && 'method' in one && 'path' in one && 'response' in one;
const contracts = new Map(
  Object.values<unknown>(schemas)
    .filter(isContract)
    .map((one) => [`${one.method} ${one.path.replace(/:(\w+)/g, '{$1}')}`, one]),
);

const runs = Math.ceil(Number(process.env.PUENTE_RUNS ?? 1500) / rows.length);

/** Contracts of which a body that is wrong was refused by name, and those that answered anything but who or what. */
const named = new Set<string>();
const reached = new Set<string>();
const visited = new Set<string>();
let known: Record<string, string> | undefined;

const expectRefusal = async ({ route }: Row, { actor, request, at, body }: Hostile) => {
  known ??= await marks();
  const answer = actor === 'nobody' ? await t.app.inject(request) : await t.as(actor)(request);
  visited.add(route);
  const what = `${actor} ${route} ${request.url as string} ${JSON.stringify(body)} → ${answer.body}`;
  expect(answer.statusCode, what).toBeLessThan(500);
  if (answer.statusCode < 400) {
    reached.add(route);
    known = undefined;
    return;
  }
  expect(answer.headers['content-type'], what).toMatch(/^application\/problem\+json/);
  const now = await marks();
  expect(now, `Something was changed: ${what}`).toEqual(known);
  const { code, errors } = answer.json() as schemas.Problem;
  if (![401, 403, 404, 429].includes(answer.statusCode)) reached.add(route);
  if (code !== 'invalid') return;
  expect(errors?.length, what).toBeGreaterThan(0);
  for (const { field, message } of errors!) expect([field, message], what).not.toContain('');
  const schema = contracts.get(route)?.body;
  if (at === undefined || !schema || schema.safeParse(JSON.parse(JSON.stringify(body))).success) return;
  named.add(route);
  if (at.length === 0) return;
  const changed = at.join('.');
  // What is wrong inside the changed field, or the field that holds it.
  const overlaps = errors!.some(
    ({ field }) => field === changed || field.startsWith(`${changed}.`) || changed.startsWith(`${field}.`),
  );
  expect(overlaps, `${changed} is at fault: ${what}`).toBe(true);
};

test.each(rows)(
  'arbitrary input to $route, by everybody, never fails on our side, changes nothing and is named',
  async (row) => {
    const asked = await row.request();
    known = undefined;
    await fc.assert(
      fc.asyncProperty(spoiled(row, asked), (hostile) => expectRefusal(row, hostile)),
      { numRuns: runs, seed: 20_261_121, endOnFailure: false },
    );
  },
  300_000,
);

test('every contract was visited, by somebody whom it answers, and every body was refused by its field', () => {
  const all = [...contracts.keys()].sort();
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((route) => !visited.has(route))).toEqual([]);
  const answering = rows.filter(({ outcomes }) => /200|409|422/.test(outcomes)).map(({ route }) => route);
  expect(answering.filter((route) => !reached.has(route))).toEqual([]);
  const withBody = all.filter((route) => contracts.get(route)!.body && !contracts.get(route)!.consumes);
  expect(withBody.filter((route) => !named.has(route))).toEqual([]);
});

test('a body that is no JSON, too large, or of an unknown kind gets a problem that says so', async () => {
  const post = (payload: string, type = 'application/json') =>
    t.as('student')({ method: 'POST', url: '/api/responses', payload, headers: { 'content-type': type } });
  expect((await post('{"responses":')).statusCode).toBe(400);
  expect((await post('[]')).json()).toMatchObject({ status: 400, code: 'invalid' });
  expect((await post('x'.repeat(3 * 1024 * 1024))).statusCode).toBe(413);
  expect((await post('a=b', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
});

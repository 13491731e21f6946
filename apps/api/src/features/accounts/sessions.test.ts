import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, testPassword, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const cookiesOf = (response: { cookies: { name: string; value: string }[] }) =>
  Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));

const foreign: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'null' },
];

test('a person signs in with e-mail and password, and the session says who they are', async () => {
  const signedIn = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: 'Student@HOME.example', password: testPassword },
  });
  expect(signedIn.statusCode, signedIn.body).toBe(200);
  expect(signedIn.json()).toMatchObject({ role: 'student', fullName: 'Rosa María Ñahui Quispe' });
  expect(signedIn.cookies.every((cookie) => cookie.httpOnly && cookie.sameSite === 'Lax')).toBe(true);
  const me = await t.app.inject({ url: '/api/session', cookies: cookiesOf(signedIn) });
  expect(me.json()).toEqual(signedIn.json());
});

test('a student signs in with institution, student code and password', async () => {
  const response = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: {
      institution: 'home',
      studentCode: t.people.student!.studentCode!.toLowerCase(),
      password: testPassword,
    },
  });
  expect(response.statusCode, response.body).toBe(200);
});

test('the eleventh try at one account within fifteen minutes is refused, and another account is not', async () => {
  const attempt = (email: string, password: string) =>
    t.app.inject({ method: 'POST', url: '/api/session', payload: { email, password } });
  for (let tries = 0; tries < 10; tries++)
    expect((await attempt('outsider@home.example', 'wrong')).statusCode).toBe(401);
  expect((await attempt('outsider@home.example', testPassword)).statusCode).toBe(429);
  expect((await attempt('student@home.example', testPassword)).statusCode).toBe(200);
});

test('a refresh whose reply was lost gets the same successor within 60 s; older reuse ends the session', async () => {
  const signedIn = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: 'staff@home.example', password: testPassword },
  });
  const first = cookiesOf(signedIn);
  const refresh = (cookies: Record<string, string>) =>
    t.app.inject({ method: 'POST', url: '/api/session/refresh', cookies });
  const second = cookiesOf(await refresh(first));
  t.clock.now = new Date(t.clock.now.getTime() + 30_000);
  const repeated = cookiesOf(await refresh(first));
  expect(repeated.puente_refresh).toBe(second.puente_refresh);
  const third = await refresh(second);
  expect(third.statusCode).toBe(200);
  expect((await refresh(first)).statusCode).toBe(401);
  expect((await refresh(cookiesOf(third))).statusCode).toBe(401);
});

test('the repeat of a refresh after 60 s is taken for theft', async () => {
  const signedIn = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: 'admin@home.example', password: testPassword },
  });
  const first = cookiesOf(signedIn);
  const refresh = (cookies: Record<string, string>) =>
    t.app.inject({ method: 'POST', url: '/api/session/refresh', cookies });
  await refresh(first);
  t.clock.now = new Date(t.clock.now.getTime() + 61_000);
  expect((await refresh(first)).statusCode).toBe(401);
});

test('an access token ends after ten minutes, and a forged one never begins', async () => {
  const me = () => t.as('faculty')({ url: '/api/session' });
  expect((await me()).statusCode).toBe(200);
  const forged = t.app.jwt.sign({ rol: 'admin' }, { key: 'another key' });
  expect((await t.app.inject({ url: '/api/session', cookies: { puente_access: forged } })).statusCode).toBe(
    401,
  );
});

test("another site's page cannot sign anybody in or out", async () => {
  for (const headers of foreign) {
    const out = await t.as('student')({ method: 'DELETE', url: '/api/session', headers });
    const into = await t.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'student@home.example', password: testPassword },
      headers,
    });
    for (const answer of [out, into]) {
      expect(answer.json()).toMatchObject({ status: 403, code: 'cross_site' });
      expect(answer.cookies).toEqual([]);
    }
  }
});

test("another site's page can do nothing in the name of who is signed in", async () => {
  const campuses = async () => (await t.as('admin')({ url: '/api/campuses' })).body;
  const before = await campuses();
  const add = (headers: Record<string, string>) =>
    t.as('admin')({ method: 'POST', url: '/api/campuses', payload: { name: 'Sede' }, headers });
  for (const headers of foreign) expect((await add(headers)).json().code).toBe('cross_site');
  expect(await campuses()).toBe(before);
  expect((await add({ origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(
    200,
  );
});

test.each([
  ['an e-mail', { email: 'classmate@home.example' }, { email: 'nobody@home.example' }],
  [
    'a student code',
    { institution: 'home', studentCode: 'UHOME102' },
    { institution: 'home', studentCode: 'UHOME999' },
  ],
  [
    'an institution',
    { institution: 'home', studentCode: 'UHOME101' },
    { institution: 'nowhere', studentCode: 'UHOME101' },
  ],
])(
  'by %s, what exists and what does not get the same answers, the refusal of more tries too',
  async (_, known, unknown) => {
    expect(Object.values(t.people).map(({ studentCode }) => studentCode)).toContain('UHOME102');
    const answers = async (who: object) => {
      const given: [number, string][] = [];
      for (let tries = 0; tries < 11; tries++) {
        const answer = await t.app.inject({
          method: 'POST',
          url: '/api/session',
          payload: { ...who, password: 'not this one' },
        });
        given.push([answer.statusCode, answer.body]);
      }
      return given;
    };
    const told = await answers(known);
    expect(told.map(([status]) => status)).toEqual([...Array<number>(10).fill(401), 429]);
    expect(await answers(unknown)).toEqual(told);
  },
);

test('a request that names another account is refused: two people may share a phone', async () => {
  const ask = (who: string) =>
    t.as('student')({
      url: '/api/session',
      headers: { 'puente-account': t.people[who]!.membershipId },
    });
  expect((await ask('student')).statusCode).toBe(200);
  const refused = await ask('classmate');
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toMatchObject({ code: 'other_account' });
});

import { eq, like } from 'drizzle-orm';
import {
  accounts,
  auditLog,
  cohorts,
  enrolments,
  learnerLinks,
  memberships,
  people,
  sessions,
  signInCounters,
} from '@puente/database';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';

let t: TestApp;
let code: string;
beforeAll(async () => {
  t = await createTestApp();
  code = (await t.as('faculty')({ method: 'POST', url: `/api/cohorts/${t.home.cohortId}/code` })).json().code;
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.now = new Date(t.clock.now.getTime() + 61_000);
});

const newcomer = {
  givenNames: 'Begoña',
  firstSurname: 'Ñaupari',
  secondSurname: 'Peña',
  password: 'larga y segura',
};
const join = (studentCode: string, rest: object = {}, at = code) =>
  t.app.inject({ method: 'POST', url: `/api/join/${at}`, payload: { ...newcomer, studentCode, ...rest } });
const counters = (of: string) =>
  t.database.db.asGlobal((db) =>
    db
      .select()
      .from(signInCounters)
      .where(like(signInCounters.key, `join:${of}/%`)),
  );
const counts = () =>
  t.within(t.home, async (db) => {
    const found: number[] = [];
    for (const table of [people, memberships, learnerLinks, enrolments, sessions, auditLog, accounts])
      found.push(await db.$count(table));
    return found;
  });

test('a code says what it opens, in any case', async () => {
  const answer = await t.app.inject({ url: `/api/join/${code.toLowerCase()}` });
  expect(answer.json()).toEqual({
    code,
    institutionName: 'Universidad home',
    cohortName: 'Sección A',
    courseTitles: [{ es: expect.any(String), en: expect.any(String) }],
    facultyNames: ['Carmen Salas Rojas'],
  });
});

test('somebody new joins unconfirmed, is signed in, and signs in again by student code', async () => {
  const answer = await join('NEW1');
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.json()).toMatchObject({
    role: 'student',
    fullName: 'Begoña Ñaupari Peña',
    institution: { code: 'home' },
  });
  expect(answer.cookies.map(({ name }) => name).sort()).toEqual(['puente_access', 'puente_refresh']);
  const { students } = (await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}/students` })).json();
  expect(students.find(({ studentCode }: { studentCode: string }) => studentCode === 'NEW1')).toMatchObject({
    confirmed: false,
    activated: true,
  });
  const again = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { institution: 'home', studentCode: 'new1', password: newcomer.password },
  });
  expect(again.statusCode).toBe(200);
});

test('a student code that exists is refused without a word about whose it is, and changes nothing', async () => {
  const before = await counts();
  const answer = await join(t.people.outsider!.studentCode!.toLowerCase());
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({
    code: 'student_code_taken',
    title: 'Sign in with this student code, or ask the office.',
    errors: [{ field: 'studentCode' }],
  });
  expect(answer.body).not.toContain('Agüero');
  expect(answer.cookies).toEqual([]);
  expect(await counts()).toEqual(before);
});

test('whether the owner of a student code has an account is told by nothing', async () => {
  await t.as('admin')({
    method: 'POST',
    url: '/api/people',
    payload: { role: 'student', givenNames: 'Eva', firstSurname: 'Sol', studentCode: 'ROSTER1' },
  });
  const [withAccount, without] = [await join(t.people.classmate!.studentCode!), await join('ROSTER1')];
  expect([without.statusCode, without.body]).toEqual([409, withAccount.body]);
});

test('two who send the same student code at once become one person', async () => {
  const answers = await Promise.all([join('TWIN1'), join('TWIN1', { password: 'otra clave larga' })]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
});

test('whose reply was lost sends the form again, and is the same person', async () => {
  const first = (await join('LOST1')).json();
  const before = await counts();
  const again = await join('LOST1');
  expect(again.json()).toEqual(first);
  expect(again.cookies.map(({ name }) => name).sort()).toEqual(['puente_access', 'puente_refresh']);
  // One more session, and nobody else.
  expect(await counts()).toEqual(before.map((amount, place) => (place === 4 ? amount + 1 : amount)));
});

test('the same student code may exist in another institution', async () => {
  const away = (
    await t.as('awayFaculty')({ method: 'POST', url: `/api/cohorts/${t.away.cohortId}/code` })
  ).json().code;
  expect((await join('NEW1', {}, away)).json()).toMatchObject({ institution: { code: 'away' } });
});

test.each([
  ['a short password', { password: 'corta' }],
  ['no name', { givenNames: ' ' }],
  ['a name of nothing visible', { givenNames: '\u200b' }],
  ['a student code with spaces', { studentCode: 'NEW 2' }],
])('%s is refused and changes nothing', async (_name, rest) => {
  const before = await counts();
  expect((await join('NEW2', rest)).statusCode).toBe(400);
  expect(await counts()).toEqual(before);
});

test('the code of a cohort whose last day has passed opens nothing', async () => {
  await t.within(t.home, (db) =>
    db.update(cohorts).set({ endsOn: '2026-03-15' }).where(eq(cohorts.id, t.home.cohortId)),
  );
  expect((await t.app.inject({ url: `/api/join/${code}` })).statusCode).toBe(404);
  await t.within(t.home, (db) =>
    db.update(cohorts).set({ endsOn: '2026-07-31' }).where(eq(cohorts.id, t.home.cohortId)),
  );
});

describe('a student who is signed in', () => {
  const joinAs = (who: string, at = code) =>
    t.as(who)({ method: 'POST', url: '/api/cohorts/join', payload: { code: at } });

  test('joins one more cohort, once', async () => {
    expect((await joinAs('outsider')).json()).toEqual({ cohortId: t.home.cohortId, cohortName: 'Sección A' });
    expect((await joinAs('outsider')).statusCode).toBe(200);
    const { students } = (await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}/students` })).json();
    const found = students.filter(
      ({ studentCode }: { studentCode: string }) => studentCode === t.people.outsider!.studentCode,
    );
    expect(found).toMatchObject([{ confirmed: false }]);
  });

  test('stays confirmed in a cohort that a roster put them in', async () => {
    await joinAs('student');
    const { students } = (await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}/students` })).json();
    expect(
      students.find(
        ({ studentCode }: { studentCode: string }) => studentCode === t.people.student!.studentCode,
      ),
    ).toMatchObject({ confirmed: true });
  });

  test('cannot enter another institution, and only students join', async () => {
    expect((await joinAs('awayStudent')).statusCode).toBe(404);
    for (const who of ['faculty', 'staff', 'admin']) expect((await joinAs(who)).statusCode).toBe(403);
  });
});

describe('guessing', () => {
  test('codes stops after thirty wrong ones in a minute, right ones included', async () => {
    for (let tries = 0; tries < 30; tries++)
      expect((await t.app.inject({ url: '/api/join/QQQQQQ' })).statusCode).toBe(404);
    expect((await t.app.inject({ url: '/api/join/QQQQQQ' })).statusCode).toBe(429);
    expect((await t.app.inject({ url: `/api/join/${code}` })).statusCode).toBe(429);
    t.clock.now = new Date(t.clock.now.getTime() + 61_000);
    expect((await t.app.inject({ url: `/api/join/${code}` })).statusCode).toBe(200);
  });

  test('which student codes exist stops after thirty in a minute', async () => {
    for (let tries = 0; tries < 30; tries++)
      expect((await join(t.people.student!.studentCode!)).statusCode).toBe(409);
    expect((await join('NEW3')).statusCode).toBe(429);
  });

  test('which student codes exist stops after 300 in a day, and a new code opens again', async () => {
    const taken = () => join(t.people.classmate!.studentCode!);
    expect((await taken()).statusCode).toBe(409);
    const day = (await counters(code)).find(({ key }) => key.endsWith('/86400'))!;
    await t.database.db.asGlobal((db) =>
      db.update(signInCounters).set({ count: 300 }).where(eq(signInCounters.key, day.key)),
    );
    expect((await taken()).json()).toMatchObject({
      status: 429,
      title: 'Too many tries with this code today. Ask for a new one.',
    });
    const fresh = await t.as('faculty')({ method: 'POST', url: `/api/cohorts/${t.home.cohortId}/code` });
    code = fresh.json().code;
    expect((await taken()).statusCode).toBe(409);
  });

  test('does not stop a class that joins from one address', async () => {
    for (let student = 0; student < 40; student++)
      expect((await t.app.inject({ url: `/api/join/${code}` })).statusCode).toBe(200);
  });
});

import { and, eq } from 'drizzle-orm';
import { activationCodes, auditLog, institutions, memberships, people } from '@puente/database';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, testPassword, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.now = new Date(t.clock.now.getTime() + 16 * 60_000);
});

const find = async (query: string, who = 'admin') =>
  (await t.as(who)({ url: `/api/people?${query}` })).json();
const namesFound = async (search: string) =>
  (await find(`search=${encodeURIComponent(search)}`)).people.map(
    ({ fullName }: { fullName: string }) => fullName,
  );
const create = (payload: object, who = 'admin') => t.as(who)({ method: 'POST', url: '/api/people', payload });
const activate = (payload: object) => t.app.inject({ method: 'POST', url: '/api/activation', payload });

describe('finding people', () => {
  test.each([
    ['nahui', ['Rosa María Ñahui Quispe']],
    ['ÑAHUI rosa', ['Rosa María Ñahui Quispe']],
    ['quispe maria', ['Rosa María Ñahui Quispe']],
    ['agüero', ['Inés Agüero']],
    ['AGUERO', ['Inés Agüero']],
    ['uhome100', ['Rosa María Ñahui Quispe']],
    ['classmate@home', ['José Huamán Peña']],
    ['%', []],
    ["' or true --", []],
  ])('by %s', async (search, expected) => {
    expect(await namesFound(search)).toEqual(expected);
  });

  test('stand by surname as a Spanish list has them, Ñ after N', async () => {
    const surnames = (await find('')).people.map(
      ({ firstSurname }: { firstSurname: string }) => firstSurname,
    );
    expect(surnames).toEqual(['Agüero', 'Campos', 'Huamán', 'Lazo', 'Ñahui', 'Ponce', 'Salas', 'Vargas']);
  });

  test('by role, and never in another institution', async () => {
    expect((await find('role=faculty')).people.map(({ role }: { role: string }) => role)).toEqual([
      'faculty',
      'faculty',
    ]);
    const { people: found, total } = await find('', 'awayAdmin');
    expect(total).toBe(8);
    expect(found.every(({ email }: { email: string }) => email.endsWith('@away.example'))).toBe(true);
  });

  test('page by page', async () => {
    expect(await find('page=2')).toEqual({ people: [], total: 8, page: 2, pageSize: 50 });
    for (const page of ['0', '1.5', 'x', '-1']) {
      expect((await t.as('admin')({ url: `/api/people?page=${page}` })).statusCode, page).toBe(400);
    }
  });

  test('is for staff and administrators', async () => {
    for (const who of ['student', 'faculty'])
      expect((await t.as(who)({ url: '/api/people' })).statusCode).toBe(403);
    expect((await find('', 'staff')).total).toBe(8);
  });
});

describe('creating people', () => {
  test('faculty activate by e-mail with the one-time code, and sign in by e-mail afterwards', async () => {
    const answer = await create({
      role: 'faculty',
      givenNames: ' Lucía  Inés ',
      firstSurname: 'Zúñiga',
      secondSurname: '-',
      email: 'Lucia@home.example',
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const { person, activation } = answer.json();
    expect(person).toMatchObject({
      role: 'faculty',
      fullName: 'Lucía Inés Zúñiga',
      secondSurname: null,
      activated: false,
      confirmed: true,
    });
    expect(activation).toMatchObject({
      institution: 'home',
      code: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/),
    });
    const body = {
      institution: 'home',
      email: 'LUCIA@home.example',
      code: activation.code.toLowerCase(),
      password: 'larga y segura',
    };
    expect((await activate({ ...body, email: 'faculty@home.example' })).statusCode).toBe(401);
    expect((await activate(body)).json()).toMatchObject({
      role: 'faculty',
      membershipId: person.membershipId,
    });
    // The reply may have been lost: for an hour the same code and password open what they made, and nothing else does.
    expect((await activate(body)).json()).toMatchObject({ membershipId: person.membershipId });
    expect((await activate({ ...body, password: 'larga e insegura' })).statusCode).toBe(401);
    t.clock.now = new Date(t.clock.now.getTime() + 3_600_001);
    expect((await activate(body)).statusCode).toBe(401);
    const signedIn = await t.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'lucia@home.example', password: body.password },
    });
    expect(signedIn.statusCode).toBe(200);
  });

  test('who has an account elsewhere keeps it, and gains a membership by its password', async () => {
    const { email } = t.people.awayFaculty!;
    const { activation } = (
      await create({ role: 'faculty', givenNames: 'Carmen', firstSurname: 'Salas', email })
    ).json();
    const body = { institution: 'home', email, code: activation.code };
    expect((await activate({ ...body, password: 'another password' })).statusCode).toBe(401);
    const answer = await activate({ ...body, password: testPassword });
    expect(answer.json()).toMatchObject({ institution: { code: 'home' }, role: 'faculty' });
    expect(answer.json().memberships).toHaveLength(2);
  });

  test('students get a learner key, activate by student code and are found by it', async () => {
    const answer = await create({
      role: 'student',
      givenNames: 'Noé',
      firstSurname: 'Paz',
      studentCode: 'MADE1',
      documentNumber: '00000001',
    });
    const { person, activation } = answer.json();
    const activated = await activate({
      institution: 'home',
      studentCode: 'made1',
      code: activation.code,
      password: 'larga y segura',
    });
    expect(activated.json()).toMatchObject({ role: 'student', membershipId: person.membershipId });
  });

  test.each([
    ['a student without a code', { role: 'student' }, 400, 'studentCode'],
    ['faculty without an e-mail', { role: 'faculty' }, 400, 'email'],
    [
      'a DNI of seven digits',
      { role: 'student', studentCode: 'MADE2', documentNumber: '1234567' },
      400,
      'documentNumber',
    ],
    [
      'a campus of another institution',
      () => ({ role: 'student', studentCode: 'MADE2', campusId: t.away.campusId }),
      400,
      'campusId',
    ],
    ['a name of nothing', { role: 'student', studentCode: 'MADE2', givenNames: '\u200b' }, 400, 'givenNames'],
    ['a student code that is taken', { role: 'student', studentCode: 'made1' }, 409, 'studentCode'],
    [
      'a document that is taken',
      { role: 'student', studentCode: 'MADE2', documentNumber: '00000001' },
      409,
      'documentNumber',
    ],
    ['an e-mail that is taken', { role: 'staff', email: 'STAFF@home.example' }, 409, 'email'],
    ['an address of the demonstration', { role: 'admin', email: 'admin@demo.puente' }, 400, 'email'],
    ['no e-mail at all', { role: 'staff', email: 'nobody' }, 400, 'email'],
  ])('%s is refused with the field, and nobody is made', async (_name, change, status, field) => {
    const before = (await find('')).total;
    const answer = await create({
      givenNames: 'Eva',
      firstSurname: 'Luna',
      ...(typeof change === 'function' ? change() : change),
    });
    expect([answer.statusCode, answer.json().errors?.[0]?.field]).toEqual([status, field]);
    expect((await find('')).total).toBe(before);
  });

  test('is for administrators alone', async () => {
    for (const who of ['student', 'faculty', 'staff']) {
      expect(
        (await create({ role: 'staff', givenNames: 'A', firstSurname: 'B', email: 'a@b.example' }, who))
          .statusCode,
        who,
      ).toBe(403);
    }
  });

  test('a demonstration holds nobody real', async () => {
    await t.database.db.asGlobal((db) =>
      db.update(institutions).set({ demonstration: true }).where(eq(institutions.id, t.away.id)),
    );
    const answer = await create(
      { role: 'student', givenNames: 'Eva', firstSurname: 'Luna', studentCode: 'DEMO1' },
      'awayAdmin',
    );
    expect(answer.json().person.synthetic).toBe(true);
  });
});

describe('one-time codes', () => {
  const issue = (payload: object, who = 'admin') =>
    t.as(who)({ method: 'POST', url: '/api/people/activation-codes', payload });
  let cohortId: string;
  beforeAll(async () => {
    const made = await t.as('staff')({
      method: 'POST',
      url: '/api/cohorts',
      payload: {
        name: 'Por activar',
        term: '2026-1',
        courseIds: ['physiology'],
        startsOn: '2026-03-01',
        endsOn: '2026-07-31',
      },
    });
    cohortId = made.json().id;
    await t.as('admin')({
      method: 'POST',
      url: `/api/cohorts/${cohortId}/roster?dryRun=false`,
      headers: { 'content-type': 'text/csv' },
      payload: `Código;Paterno;Nombres\nACT1;Ñato;Eva\nACT2;Oré;Ana\nACT3;Núñez;Luz\n${t.people.classmate!.studentCode};Huamán;José`,
    });
  });

  test('a sheet for a cohort has those who have not activated, in order, with codes that work and end the ones before', async () => {
    const first = await issue({ cohortId }, 'staff');
    expect(first.statusCode, first.body).toBe(200);
    expect(first.json()).toMatchObject({
      institution: 'home',
      institutionName: 'Universidad home',
      alreadyActivated: 1,
    });
    const { sheet } = first.json();
    expect(sheet.map(({ fullName, studentCode }: Record<string, string>) => [fullName, studentCode])).toEqual(
      [
        ['Luz Núñez', 'ACT3'],
        ['Eva Ñato', 'ACT1'],
        ['Ana Oré', 'ACT2'],
      ],
    );
    expect(new Date(sheet[0].expiresAt).getTime() - t.clock.now.getTime()).toBe(14 * 24 * 3600_000);
    const second = (await issue({ cohortId })).json();
    const use = (from: { studentCode: string; code: string }) =>
      activate({
        institution: 'home',
        studentCode: from.studentCode,
        code: from.code,
        password: 'larga y segura',
      });
    expect((await use(sheet[0])).statusCode).toBe(401);
    expect((await use(second.sheet[0])).statusCode).toBe(200);
    expect((await issue({ cohortId })).json()).toMatchObject({ alreadyActivated: 2, sheet: [{}, {}] });
  });

  test('a code is over after fourteen days', async () => {
    const { sheet } = (await issue({ cohortId })).json();
    t.clock.now = new Date(t.clock.now.getTime() + 14 * 24 * 3600_000 + 1000);
    const answer = await activate({
      institution: 'home',
      studentCode: sheet[0].studentCode,
      code: sheet[0].code,
      password: 'larga y segura',
    });
    expect(answer.statusCode).toBe(401);
  });

  test('codes are stored hashed, and the audit log has ids only', async () => {
    const { sheet } = (await issue({ cohortId })).json();
    const [stored, entries] = await t.within(t.home, async (db) => [
      await db.select().from(activationCodes),
      await db.select().from(auditLog),
    ]);
    for (const { code, fullName } of sheet) {
      expect(JSON.stringify([stored, entries])).not.toContain(code);
      expect(JSON.stringify(entries)).not.toContain(fullName);
    }
    expect(
      entries.some(({ act, subjectId }) => act === 'activation_codes.issue' && subjectId === cohortId),
    ).toBe(true);
  });

  test('staff hand them to students alone; nobody to another institution’s people', async () => {
    const faculty = await create({
      role: 'faculty',
      givenNames: 'Sol',
      firstSurname: 'Rey',
      email: 'sol@home.example',
    });
    const membershipIds = [faculty.json().person.membershipId];
    expect((await issue({ membershipIds }, 'staff')).statusCode).toBe(403);
    expect((await issue({ membershipIds })).json().sheet).toMatchObject([
      { fullName: 'Sol Rey', email: 'sol@home.example', studentCode: null },
    ]);
    expect((await issue({ membershipIds: [t.people.awayStudent!.membershipId] })).statusCode).toBe(404);
    expect((await issue({ cohortId: t.away.cohortId })).statusCode).toBe(404);
    for (const who of ['student', 'faculty']) expect((await issue({ cohortId }, who)).statusCode).toBe(403);
  });

  test('who has left the institution gets none', async () => {
    const { person } = (
      await create({ role: 'student', givenNames: 'Ido', firstSurname: 'Paz', studentCode: 'LEFT1' })
    ).json();
    await t.within(t.home, (db) =>
      db
        .update(memberships)
        .set({ endedAt: t.clock.now })
        .where(and(eq(memberships.institutionId, t.home.id), eq(memberships.id, person.membershipId))),
    );
    expect((await issue({ membershipIds: [person.membershipId] })).statusCode).toBe(404);
    expect(await namesFound('LEFT1')).toEqual([]);
  });
});

describe('campuses', () => {
  const add = (payload: object, who = 'admin') =>
    t.as(who)({ method: 'POST', url: '/api/campuses', payload });

  test('are added by administrators and listed for who names them', async () => {
    expect((await add({ name: 'Arequipa' })).json()).toMatchObject({
      name: 'Arequipa',
      timeZone: 'America/Lima',
    });
    const { campuses } = (await t.as('faculty')({ url: '/api/campuses' })).json();
    expect(campuses.map(({ name }: { name: string }) => name)).toEqual(['Arequipa', 'Lima Centro']);
    expect((await t.as('awayFaculty')({ url: '/api/campuses' })).json().campuses).toHaveLength(1);
    expect((await t.as('student')({ url: '/api/campuses' })).statusCode).toBe(403);
    expect((await add({ name: 'Cusco' }, 'staff')).statusCode).toBe(403);
  });

  test('have one name each and a real time zone', async () => {
    expect((await add({ name: 'Arequipa' })).json()).toMatchObject({
      status: 409,
      errors: [{ field: 'name' }],
    });
    expect((await add({ name: 'Cusco', timeZone: 'America/Qosqo' })).json()).toMatchObject({
      status: 400,
      errors: [{ field: 'timeZone' }],
    });
  });
});

test('an erased person is in no list', async () => {
  const { person } = (
    await create({ role: 'student', givenNames: 'Uno', firstSurname: 'Borrado', studentCode: 'GONE1' })
  ).json();
  await t.within(t.home, (db) =>
    db.update(people).set({ erasedAt: t.clock.now }).where(eq(people.id, person.personId)),
  );
  expect(await namesFound('Borrado')).toEqual([]);
});

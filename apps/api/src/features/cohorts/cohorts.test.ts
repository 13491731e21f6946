import { eq } from 'drizzle-orm';
import { attempts, auditLog, cohortCodes, newId, responses } from '@puente/database';
import type { Cohort } from '@puente/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const aCohort = { term: '2026-2', courseIds: ['physiology'], startsOn: '2026-08-01', endsOn: '2026-12-20' };
const create = (who: string, payload: object) => t.as(who)({ method: 'POST', url: '/api/cohorts', payload });
const cohortsOf = async (who: string): Promise<Cohort[]> =>
  (await t.as(who)({ url: '/api/cohorts' })).json().cohorts;

test('faculty see the cohorts they teach, staff and administrators all of the institution', async () => {
  expect((await cohortsOf('faculty')).map(({ id }) => id)).toEqual([t.home.cohortId]);
  for (const who of ['staff', 'admin']) {
    expect((await cohortsOf(who)).map(({ id }) => id).sort(), who).toEqual(
      [t.home.cohortId, t.home.otherCohortId].sort(),
    );
  }
  expect((await cohortsOf('awayStaff')).some(({ id }) => id === t.home.cohortId)).toBe(false);
});

test('a cohort is shown with its courses, faculty and how many are in it', async () => {
  const answer = await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}` });
  expect(answer.json()).toMatchObject({
    name: 'Sección A',
    term: '2026-1',
    campus: 'Lima Centro',
    courses: [{ id: 'physiology', title: { es: expect.any(String), en: expect.any(String) } }],
    faculty: ['Carmen Salas Rojas'],
    students: 2,
    unconfirmed: 0,
    startsOn: '2026-03-01',
    endsOn: '2026-07-31',
  });
});

describe('opening a cohort', () => {
  test('faculty who open one teach it, with a code ready to project', async () => {
    const answer = await create('faculty', { ...aCohort, name: '  Sección   Ñ ', campusId: t.home.campusId });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({
      name: 'Sección Ñ',
      faculty: ['Carmen Salas Rojas'],
      students: 0,
      campus: 'Lima Centro',
      code: expect.stringMatching(/^[A-Z2-9]{6}$/),
    });
    expect((await t.as('otherFaculty')({ url: `/api/cohorts/${answer.json().id}` })).statusCode).toBe(404);
  });

  test('staff name who teaches', async () => {
    const answer = await create('staff', {
      ...aCohort,
      name: 'Sección S',
      facultyMembershipIds: [t.people.otherFaculty!.membershipId],
    });
    expect(answer.json().faculty).toEqual(['Luis Ponce Díaz']);
  });

  test.each([
    ['a course that there is not', { courseIds: ['astrology'] }, 'courseIds'],
    ['an end before the start', { endsOn: '2026-07-01' }, 'endsOn'],
    ['no date at all', { endsOn: '2026-02-30' }, 'endsOn'],
    [
      'faculty who are none',
      () => ({ facultyMembershipIds: [t.people.student!.membershipId] }),
      'facultyMembershipIds',
    ],
    [
      'faculty of another institution',
      () => ({ facultyMembershipIds: [t.people.awayFaculty!.membershipId] }),
      'facultyMembershipIds',
    ],
    ['a campus of another institution', () => ({ campusId: t.away.campusId }), 'campusId'],
    ['a name of spaces', { name: '\u200b \u00a0' }, 'name'],
  ])('%s is refused with the field, and nothing is made', async (_name, change, field) => {
    const before = (await cohortsOf('staff')).length;
    const answer = await create('staff', {
      ...aCohort,
      name: 'Sección X',
      ...(typeof change === 'function' ? change() : change),
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].field).toBe(field);
    expect(await cohortsOf('staff')).toHaveLength(before);
  });

  test('a name is used once in a term', async () => {
    const answer = await create('staff', { ...aCohort, term: '2026-1', name: 'Sección A' });
    expect([answer.statusCode, answer.json().code, answer.json().errors[0].field]).toEqual([
      409,
      'cohort_exists',
      'name',
    ]);
  });

  test('students open none', async () => {
    expect((await create('student', { ...aCohort, name: 'Mía' })).statusCode).toBe(403);
  });
});

test('a new code ends the one before', async () => {
  const renew = async () =>
    (await t.as('faculty')({ method: 'POST', url: `/api/cohorts/${t.home.cohortId}/code` })).json()
      .code as string;
  const [first, second] = [await renew(), await renew()];
  expect(second).not.toBe(first);
  expect((await t.app.inject({ url: `/api/join/${first}` })).statusCode).toBe(404);
  expect((await t.app.inject({ url: `/api/join/${second}` })).statusCode).toBe(200);
  expect((await cohortsOf('faculty')).find(({ id }) => id === t.home.cohortId)?.code).toBe(second);
  const open = await t.within(t.home, (db) =>
    db.select().from(cohortCodes).where(eq(cohortCodes.cohortId, t.home.cohortId)),
  );
  expect(open.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
});

describe('who is in a cohort', () => {
  test('stands in the order of a Spanish class list, with when they were last seen', async () => {
    const attempt = {
      institutionId: t.home.id,
      id: newId(),
      learnerKey: t.people.student!.learnerKey!,
      kind: 'practice' as const,
      courseId: 'physiology',
      contentId: 'membrane-potential',
      cohortId: t.home.cohortId,
      language: 'es' as const,
      items: [],
      seed: 's',
    };
    await t.within(t.home, async (db) => {
      await db.insert(attempts).values([
        { ...attempt, startedAt: new Date('2026-03-10T12:00:00Z') },
        { ...attempt, id: newId(), startedAt: new Date('2026-03-12T12:00:00Z') },
      ]);
    });
    const { students } = (await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}/students` })).json();
    expect(students).toMatchObject([
      { fullName: 'José Huamán Peña', lastSeen: null, confirmed: true, activated: true },
      {
        fullName: 'Rosa María Ñahui Quispe',
        lastSeen: '2026-03-12T12:00:00.000Z',
        studentCode: t.people.student!.studentCode,
      },
    ]);
  });

  const change = (who: string, person: string, payload: object, cohortId = t.home.cohortId) =>
    t.as(who)({
      method: 'PATCH',
      url: `/api/cohorts/${cohortId}/students/${t.people[person]!.membershipId}`,
      payload,
    });
  const namesIn = async (cohortId: string) =>
    (await t.as('staff')({ url: `/api/cohorts/${cohortId}/students` }))
      .json()
      .students.map(({ fullName }: { fullName: string }) => fullName);

  test('moves to another cohort and leaves the first, and the answers stay where they were given', async () => {
    const answers = () =>
      t.within(t.home, async (db) => [await db.select().from(attempts), await db.select().from(responses)]);
    const before = await answers();
    const moved = await change('staff', 'classmate', { toCohortId: t.home.otherCohortId });
    expect(moved.json()).toEqual({
      membershipId: t.people.classmate!.membershipId,
      cohortId: t.home.otherCohortId,
    });
    expect(await namesIn(t.home.cohortId)).toEqual(['Rosa María Ñahui Quispe']);
    expect(await namesIn(t.home.otherCohortId)).toEqual(['Inés Agüero', 'José Huamán Peña']);
    expect(await answers()).toEqual(before);
    expect(
      (await change('staff', 'classmate', { toCohortId: t.home.cohortId }, t.home.otherCohortId)).statusCode,
    ).toBe(200);
  });

  test('faculty move only between cohorts that they teach', async () => {
    expect((await change('faculty', 'student', { toCohortId: t.home.otherCohortId })).statusCode).toBe(404);
    expect((await change('faculty', 'outsider', { leave: true }, t.home.otherCohortId)).statusCode).toBe(404);
    expect((await change('staff', 'student', { toCohortId: t.away.cohortId })).statusCode).toBe(404);
    expect(await namesIn(t.home.cohortId)).toContain('Rosa María Ñahui Quispe');
  });

  test('leaves once', async () => {
    expect((await change('faculty', 'classmate', { leave: true })).json().cohortId).toBeNull();
    expect((await change('faculty', 'classmate', { leave: true })).statusCode).toBe(404);
    expect((await change('faculty', 'outsider', { leave: true })).statusCode).toBe(404);
    expect((await change('faculty', 'student', { toCohortId: t.home.cohortId })).statusCode).toBe(400);
  });
});

test('another’s cohort is not there, whatever is asked of it', async () => {
  for (const who of ['otherFaculty', 'awayFaculty', 'awayStaff', 'awayAdmin']) {
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/students'],
      ['POST', '/code'],
    ] as const) {
      expect(
        (await t.as(who)({ method, url: `/api/cohorts/${t.home.cohortId}${path}` })).statusCode,
        `${who} ${path}`,
      ).toBe(404);
    }
  }
});

test('each act is in the audit log by ids', async () => {
  const entries = await t.within(t.home, (db) => db.select().from(auditLog));
  for (const act of ['cohort.create', 'cohort.renew_code', 'enrolment.move', 'enrolment.leave']) {
    expect(
      entries.some((entry) => entry.act === act),
      act,
    ).toBe(true);
  }
  expect(JSON.stringify(entries)).not.toMatch(/Ñahui|Huamán|Sección/);
});

import { and, eq } from 'drizzle-orm';
import {
  auditLog,
  consents,
  learnerLinks,
  memberships,
  people,
  responses,
  roundApplications,
  rounds,
} from '@puente/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, testPassword, type TestApp } from '../../testing.ts';
import { openSitting, responseTo, send, startPractice } from '../attempts/testing.ts';
import { foldAll } from '../insights/fold-loop.ts';
import { rebuildInsights } from '../insights/rebuild-insights.ts';
import { createCatalogue } from '../../catalogue.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const why = 'Solicitud de cancelación 12-2026';
const erase = (personId: string, who = 'admin', reason = why) =>
  t.as(who)({ method: 'POST', url: `/api/people/${personId}/erasure`, payload: { why: reason } });

/** Every column of text or JSON in the whole database, of this institution or of none, where a text occurs. */
const placesOf = (text: string): Promise<string[]> =>
  t.within(t.home, async ({ $client }) => {
    const { rows: columns } = await $client.query<{ table: string; column: string }>(
      `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
         and format_type(a.atttypid, null) ~ '^(text|character|json|bytea)'`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const found = [];
    for (const { table, column } of columns) {
      const { rowCount } = await $client.query(
        `select from "${table}" where position(lower($1) in lower("${column}"::text)) > 0 limit 1`,
        [text],
      );
      if (rowCount) found.push(`${table}.${column}`);
    }
    return found;
  });

test('nothing of the person is left anywhere, what they learnt stays, and a repeat changes nothing', async () => {
  const { personId, membershipId, learnerKey, email, studentCode } = t.people.student!;
  await t.within(t.home, async (db) => {
    await db
      .update(people)
      .set({ documentKind: 'dni', documentNumber: '71234568' })
      .where(and(eq(people.institutionId, t.home.id), eq(people.id, personId)));
    const [round] = await db
      .insert(rounds)
      .values({
        institutionId: t.home.id,
        name: 'Boston',
        demonstration: true,
        applicationsOpenAt: new Date('2026-03-01T00:00:00Z'),
        applicationsCloseAt: new Date('2026-04-01T00:00:00Z'),
        travelFrom: '2026-07-06',
        travelTo: '2026-07-18',
        createdBy: t.people.staff!.membershipId,
      })
      .returning({ id: rounds.id });
    await db.insert(roundApplications).values({
      institutionId: t.home.id,
      roundId: round!.id,
      learnerKey: learnerKey!,
      canTravel: true,
      datesFit: true,
      under18: true,
      dossierAnswers: ['Soy Rosa María, hija de Ñahui, y quiero volver.', ''],
      appliedAt: t.clock.now,
      changedAt: t.clock.now,
    });
    await db.insert(consents).values({
      institutionId: t.home.id,
      learnerKey: learnerKey!,
      roundId: round!.id,
      purpose: 'selection',
      by: 'guardian',
      given: true,
      textVersion: 'test',
      guardian: { fullName: 'Teodora Ñahui', relationship: 'madre', documentNumber: '09876543' },
      at: t.clock.now,
    });
  });
  const attempt = await startPractice(t, 'student');
  await send(t, 'student', [responseTo(attempt, attempt.items[0]!)]);
  await foldAll(t.database.db, createCatalogue(t.content));
  const signedIn = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password: testPassword },
  });
  const refresh = signedIn.cookies.find(({ name }) => name === 'puente_refresh')!.value;
  const traces = ['Ñahui', 'Rosa María', '71234568', '09876543', 'Teodora', email, studentCode!];
  for (const trace of traces) expect(await placesOf(trace), trace).not.toEqual([]);

  const erased = await erase(personId);
  expect(erased.statusCode, erased.body).toBe(200);
  for (const trace of traces) expect(await placesOf(trace), trace).toEqual([]);

  await t.within(t.home, async (db) => {
    expect(await db.select().from(learnerLinks).where(eq(learnerLinks.learnerKey, learnerKey!))).toEqual([]);
    expect(await db.$count(responses, eq(responses.learnerKey, learnerKey!))).toBe(1);
    const [membership] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
    expect(membership).toMatchObject({ accountId: null, endedAt: t.clock.now });
    const [application] = await db.select().from(roundApplications);
    expect(application).toMatchObject({ dossierAnswers: ['–', ''], withdrawnAt: t.clock.now });
    const rebuilt = await rebuildInsights(db, createCatalogue(t.content));
    expect(rebuilt.differences).toMatchObject({ countedResponses: 0, responseCounts: 0, attemptTotals: 0 });
  });
  const signIn = (payload: object) => t.app.inject({ method: 'POST', url: '/api/session', payload });
  for (const who of [{ email }, { institution: 'home', studentCode }])
    expect((await signIn({ ...who, password: testPassword })).statusCode).toBe(401);
  const renewed = await t.app.inject({
    method: 'POST',
    url: '/api/session/refresh',
    cookies: { puente_refresh: refresh },
  });
  expect(renewed.statusCode).toBe(401);
  expect((await t.as('student')({ url: '/api/session' })).statusCode).toBe(401);
  const listed = await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}/students` });
  expect(listed.statusCode).toBe(200);
  expect(listed.body).not.toContain(membershipId);

  t.clock.now = new Date(t.clock.now.getTime() + 60_000);
  expect((await erase(personId)).json()).toEqual(erased.json());
  const acts = await t.within(t.home, (db) =>
    db.select().from(auditLog).where(eq(auditLog.act, 'person.erase')),
  );
  expect(acts).toMatchObject([
    {
      actorMembershipId: t.people.admin!.membershipId,
      subjectKind: 'person',
      subjectId: personId,
      why,
      detail: { membershipIds: [membershipId] },
    },
  ]);
});

test('the code and the document are free again for whoever comes', async () => {
  const payload = {
    role: 'student',
    givenNames: 'Otra',
    firstSurname: 'Persona',
    studentCode: 'UHOME100',
    documentNumber: '71234568',
  };
  const created = await t.as('admin')({ method: 'POST', url: '/api/people', payload });
  expect(created.statusCode, created.body).toBe(200);
});

test('a person who teaches leaves their sections; what they did stays in the log by a dash', async () => {
  const { personId, membershipId } = t.people.otherFaculty!;
  expect((await t.as('otherFaculty')({ url: `/api/cohorts/${t.home.otherCohortId}` })).statusCode).toBe(200);
  const renewed = await t.as('otherFaculty')({
    method: 'POST',
    url: `/api/cohorts/${t.home.otherCohortId}/code`,
  });
  expect(renewed.statusCode, renewed.body).toBe(200);
  expect((await erase(personId)).statusCode).toBe(200);
  const { entries } = (await t.as('admin')({ url: '/api/audit-log' })).json<{
    entries: { actorMembershipId: string; actorName: string }[];
  }>();
  expect(entries.find((entry) => entry.actorMembershipId === membershipId)!.actorName).toBe('–');
  const cohort = await t.as('admin')({ url: `/api/cohorts/${t.home.otherCohortId}` });
  expect(cohort.body).not.toContain('Ponce');
});

test('an account that another institution knows goes on there, with no tie left to here', async () => {
  const { personId, accountId, email } = t.people.classmate!;
  await t.within(t.away, (db) =>
    db.update(memberships).set({ accountId }).where(eq(memberships.id, t.people.awayClassmate!.membershipId)),
  );
  expect((await erase(personId)).statusCode).toBe(200);
  const answer = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password: testPassword },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.json()).toMatchObject({ membershipId: t.people.awayClassmate!.membershipId });
});

test('the reason is written, and names nobody: it stays in the log for good', async () => {
  const { personId, email } = t.people.outsider!;
  for (const reason of [' ', 'La pidió Inés AGÜERO por carta', `Carta de ${email}`, 'Código uhome102.']) {
    expect((await erase(personId, 'admin', reason)).json(), reason).toMatchObject({
      status: 400,
      errors: [{ field: expect.stringContaining('why') }],
    });
  }
  expect(await placesOf('Agüero')).toContain('people.first_surname');
});

test('nobody erases themselves, nor who sits in a proctored sitting at this moment', async () => {
  expect((await erase(t.people.admin!.personId)).json()).toMatchObject({ status: 409, code: 'own_account' });
  await t.as('admin')({
    method: 'PATCH',
    url: `/api/cohorts/${t.home.otherCohortId}/students/${t.people.outsider!.membershipId}`,
    payload: { toCohortId: t.home.cohortId },
  });
  const sittingId = await openSitting(t, 'closing', { proctored: true });
  const { code } = (await t.as('staff')({ url: `/api/sittings/${sittingId}/room-code` })).json();
  const started = await t.as('outsider')({
    method: 'POST',
    url: `/api/sittings/${sittingId}/start`,
    payload: { language: 'es', roomCode: code },
  });
  expect(started.statusCode, started.body).toBe(200);
  const { personId } = t.people.outsider!;
  expect((await erase(personId)).json()).toMatchObject({ status: 409, code: 'sitting_under_way' });
  await t.as('outsider')({ method: 'POST', url: `/api/attempts/${started.json().id}/finish` });
  expect((await erase(personId)).statusCode).toBe(200);
});

import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attempt, ProctorRecord } from '@puente/schemas';
import { buildApp } from '../../app.ts';
import { createCatalogue } from '../../catalogue.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, responseTo, send, startSitting } from '../attempts/testing.ts';
import { foldAll } from '../insights/fold-loop.ts';
import { rebuildInsights } from '../insights/rebuild-insights.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const call = (who: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  t.as(who)({ method, url, ...(payload && { payload }) });
const proctor = async (
  sittingId: string,
  path: string,
  payload?: object,
  method: 'POST' | 'PUT' = 'POST',
  who = 'faculty',
) => {
  const answer = await call(who, method, `/api/sittings/${sittingId}${path}`, payload);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json() as ProctorRecord;
};
const codeOf = async (sittingId: string): Promise<string> =>
  (await call('faculty', 'GET', `/api/sittings/${sittingId}/room-code`)).json().code;
const start = (who: string, sittingId: string, roomCode?: string) =>
  call(who, 'POST', `/api/sittings/${sittingId}/start`, { language: 'es', ...(roomCode && { roomCode }) });
const later = (minutes: number) => (t.clock.now = new Date(t.clock.now.getTime() + minutes * 60_000));
const candidateOf = (record: ProctorRecord, who: string) =>
  record.candidates.find(({ membershipId }) => membershipId === t.people[who]!.membershipId)!;
const path = (who: string, suffix = '') => `/candidates/${t.people[who]!.membershipId}${suffix}`;

test('a proctored sitting starts with the code of the room: ten tries, then the proctor', async () => {
  const sittingId = await openSitting(t, 'closing', { proctored: true });
  expect((await start('student', sittingId)).json()).toMatchObject({ status: 403, code: 'room_code_needed' });
  const right = await codeOf(sittingId);
  const wrong = right === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA';
  // All at once: tries cannot outrun the count.
  const tries = await Promise.all(Array.from({ length: 13 }, () => start('student', sittingId, wrong)));
  const codes = Map.groupBy(tries, (answer) => answer.json().code as string);
  expect(codes.get('room_code_wrong')).toHaveLength(10);
  expect(codes.get('room_code_tries')).toHaveLength(3);
  expect((await start('student', sittingId, right)).json()).toMatchObject({ status: 429 });
  // Others are not locked out with them.
  expect((await start('classmate', sittingId, right.toLowerCase())).statusCode).toBe(200);
  const record = await proctor(sittingId, path('student', '/room-code-tries'), {});
  expect(candidateOf(record, 'student').triesLeft).toBe(10);
  later(2);
  expect((await start('student', sittingId, right)).statusCode).toBe(200);
  expect(
    candidateOf(await proctor(sittingId, path('student', '/room-code-tries'), {}), 'student'),
  ).toMatchObject({ triesLeft: 10, attempt: { state: 'running' } });
  later(2);
  // Gates the start only; a start again needs none, a take-over on another device does.
  const again = await start('student', sittingId);
  expect(again.statusCode).toBe(200);
  const { id } = again.json() as Attempt;
  const other = t.as('student', randomUUID());
  const takeOver = (payload: object) =>
    other({ method: 'POST', url: `/api/attempts/${id}/take-over`, payload });
  expect((await takeOver({})).json()).toMatchObject({ code: 'room_code_needed' });
  expect((await takeOver({ roomCode: right })).json()).toMatchObject({ code: 'room_code_wrong' });
  expect((await takeOver({ roomCode: await codeOf(sittingId) })).json()).toMatchObject({
    lease: 2,
    held: true,
  });
});

test('a code of the room stands in no log', async () => {
  const sittingId = await openSitting(t, 'closing', { proctored: true });
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const app = await buildApp({
    db: t.database.db,
    content: t.content,
    keys: { access: 'test-access-key-of-thirty-two-bytes', refresh: 'test-refresh-key-of-thirty-two-byte' },
    version: 'test',
    clock: () => t.clock.now,
    logger: { level: 'trace', stream },
  });
  const signed = { cookies: { puente_access: await tokenOf('student') } };
  const code = await codeOf(sittingId);
  for (const roomCode of ['AAAAAA', code]) {
    await app.inject({
      ...signed,
      method: 'POST',
      url: `/api/sittings/${sittingId}/start`,
      payload: { language: 'es', roomCode },
    });
  }
  await app.inject({
    cookies: { puente_access: await tokenOf('staff') },
    url: `/api/sittings/${sittingId}/room-code`,
  });
  await app.close();
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.join('')).not.toMatch(new RegExp(`${code}|AAAAAA`));
});

const tokenOf = async (who: string): Promise<string> => {
  const { app } = t;
  const person = t.people[who]!;
  const iat = Math.floor(t.clock.now.getTime() / 1000);
  return app.jwt.sign({
    acc: person.accountId,
    ins: person.institutionId,
    mem: person.membershipId,
    ses: person.membershipId,
    rol: person.role,
    lrn: person.learnerKey,
    iat,
    exp: iat + 600,
  });
};

test('the record says what it lacks, takes what the proctor writes, and is signed whole, once', async () => {
  const sittingId = await openSitting(t, 'closing', { proctored: true });
  expect((await start('student', sittingId, await codeOf(sittingId))).statusCode).toBe(200);
  const facultyId = t.people.faculty!.membershipId;
  expect((await proctor(sittingId, path('classmate'), { seat: '12' }, 'PUT')).gaps).toEqual([
    'proctors',
    'room',
    'start',
    'end',
    'seats',
    'identities',
    'attestation',
  ]);
  const sign = () => call('faculty', 'POST', `/api/sittings/${sittingId}/attestation`, { text: 'Doy fe' });
  await proctor(sittingId, '/proctoring', { room: 'B-201', proctorMembershipIds: [facultyId] }, 'PUT');
  expect((await sign()).json()).toMatchObject({
    code: 'record_incomplete',
    title: expect.stringContaining('start, end, seats, identities'),
  });
  await proctor(sittingId, '/proctoring/moments', { moment: 'start' });
  await proctor(sittingId, path('student'), { seat: '4' }, 'PUT');
  await proctor(sittingId, path('student'), { proof: 'dni' }, 'PUT');
  await proctor(sittingId, '/notes', {
    kind: 'accommodation',
    membershipId: t.people.student!.membershipId,
    text: 'Letra grande',
  });
  const before = await proctor(sittingId, '/notes', { kind: 'incident', text: 'Se fue la luz 2 minutos' });
  const closesAt = candidateOf(before, 'student').attempt!.closesAt!;
  const extended = await proctor(sittingId, path('student', '/extension'), { minutes: 7, why: 'Apagón' });
  expect(candidateOf(extended, 'student').attempt).toMatchObject({
    closesAt: new Date(Date.parse(closesAt) + 7 * 60_000).toISOString(),
    extensions: [{ minutes: 7, why: 'Apagón', byName: 'Carmen Salas Rojas' }],
  });
  later(3);
  const ended = await proctor(sittingId, '/proctoring/moments', { moment: 'end' });
  expect(ended).toMatchObject({
    room: 'B-201',
    proctors: [{ membershipId: facultyId, fullName: 'Carmen Salas Rojas' }],
    gaps: ['attestation'],
    notes: [
      { kind: 'accommodation', studentName: 'Rosa María Ñahui Quispe', text: 'Letra grande' },
      { kind: 'incident', studentName: null, text: 'Se fue la luz 2 minutos' },
    ],
  });
  expect(ended.sitting.state).toBe('closed');
  expect(candidateOf(ended, 'student')).toMatchObject({
    seat: '4',
    identity: { proof: 'dni', byName: 'Carmen Salas Rojas' },
    attempt: { closesAt: t.clock.now.toISOString() },
  });
  const signedByAnother = await call('staff', 'POST', `/api/sittings/${sittingId}/attestation`, {
    text: 'X',
  });
  expect(signedByAnother.json()).toMatchObject({ status: 403, code: 'not_a_proctor' });
  expect((await sign()).json()).toMatchObject({
    gaps: [],
    attestation: { text: 'Doy fe', byName: 'Carmen Salas Rojas' },
  });
  const change = await call('faculty', 'PUT', `/api/sittings/${sittingId}${path('student')}`, { seat: '5' });
  expect(change.json()).toMatchObject({ status: 409, code: 'record_signed' });
  const { entries } = (await t.as('admin')({ url: '/api/audit-log' })).json();
  const acts = entries.map(({ act }: { act: string }) => act);
  expect(acts.slice(0, 9)).toEqual([
    'sitting.attested',
    'sitting.room_ended',
    'attempt.extended',
    'sitting.incident_noted',
    'sitting.accommodation_noted',
    'sitting.candidate_seated',
    'sitting.candidate_seated',
    'sitting.room_started',
    'sitting.room_named',
  ]);
  // Words about people stay in the record.
  expect(JSON.stringify(entries)).not.toContain('Letra grande');
});

test('form S is run by staff and the proctors they name, and by nobody else', async () => {
  const other = await openSitting(t, 'closing', { proctored: true });
  const outside = await call('otherFaculty', 'GET', `/api/sittings/${other}/proctoring`);
  expect(outside.statusCode).toBe(404);
  await proctor(
    other,
    '/proctoring',
    { room: 'A', proctorMembershipIds: [t.people.otherFaculty!.membershipId] },
    'PUT',
  );
  expect((await call('otherFaculty', 'GET', `/api/sittings/${other}/proctoring`)).statusCode).toBe(200);
  const student = { room: 'A', proctorMembershipIds: [t.people.student!.membershipId] };
  expect((await call('faculty', 'PUT', `/api/sittings/${other}/proctoring`, student)).json()).toMatchObject({
    status: 400,
    errors: [{ field: 'proctorMembershipIds.0' }],
  });
});

const disputed = async (who: string) => {
  const sittingId = await openSitting(t, 'closing');
  const attempt = await startSitting(t, who, sittingId);
  later(5);
  const clocks = { elapsedMs: 300_000, wallTime: t.clock.now.toISOString() };
  const good = responseTo(attempt, attempt.items[0]!, { deviceSequence: 1, ...clocks });
  const doubtful = [2, 3].map((deviceSequence) =>
    responseTo(attempt, attempt.items[deviceSequence]!, { deviceSequence, ...clocks, clockOffsetMs: 90_000 }),
  );
  expect((await send(t, who, [good, ...doubtful])).map(({ reason }) => reason)).toEqual([
    undefined,
    'time_disputed',
    'time_disputed',
  ]);
  const decide = (responseIds: string[], decision: string, by = 'faculty') =>
    call(by, 'POST', `/api/sittings/${sittingId}${path(who, '/time-decisions')}`, {
      responseIds,
      decision,
      why: 'Reloj mal puesto; lo vi responder',
    });
  return { sittingId, attempt, doubtful: doubtful.map(({ id }) => id) as [string, string], decide };
};

test('a disputed time is decided once, with a reason; accepted it counts, and rebuilding agrees', async () => {
  const { sittingId, attempt, doubtful, decide } = await disputed('student');
  const [first, second] = doubtful;
  const list = (await call('faculty', 'GET', `/api/sittings/${sittingId}/set-aside`)).json();
  expect(list.answers).toMatchObject([
    { responseId: first, reason: 'time_disputed', byElapsed: expect.any(String), decision: null },
    { responseId: second, decision: null },
  ]);
  expect((await decide([first, randomUUID()], 'accepted')).json()).toMatchObject({
    errors: [{ field: 'responseIds.1' }],
  });
  expect((await decide([first], 'accepted')).statusCode).toBe(200);
  expect((await decide([second], 'rejected')).statusCode).toBe(200);
  expect((await decide([second], 'accepted')).json()).toMatchObject({ code: 'already_decided' });
  const { receipts } = (await t.as('student')({ url: `/api/attempts/${attempt.id}/receipts` })).json();
  expect(receipts).toMatchObject([
    { counted: true, setAside: null },
    { id: first, counted: true, setAside: { reason: 'time_disputed', decision: 'accepted' } },
    { id: second, counted: false, setAside: { reason: 'time_disputed', decision: 'rejected' } },
  ]);
  const catalogue = createCatalogue(t.content);
  await foldAll(t.database.db, catalogue);
  const counted = await t.within(t.home, (db) =>
    db.$client.query('select response_id as id from counted_responses where attempt_id = $1', [attempt.id]),
  );
  expect(counted.rows.map(({ id }) => id)).toContain(first);
  expect(counted.rows.map(({ id }) => id)).not.toContain(second);
  expect(counted.rows).toHaveLength(2);
  const rebuilt = await t.within(t.home, (db) => rebuildInsights(db, catalogue));
  expect(rebuilt.differences).toEqual({
    analyses: 0,
    countedResponses: 0,
    responseCounts: 0,
    attemptTotals: 0,
  });
  // A clock that was accepted is no measure for the answers after it.
  const next = responseTo(attempt, attempt.items[5]!, {
    deviceSequence: 9,
    elapsedMs: 301_000,
    wallTime: t.clock.now.toISOString(),
  });
  expect(await send(t, 'student', [next])).toMatchObject([{ status: 'recorded' }]);
  const { entries } = (await t.as('admin')({ url: '/api/audit-log' })).json();
  expect(entries[0]).toMatchObject({
    act: 'attempt.times_rejected',
    why: 'Reloj mal puesto; lo vi responder',
    detail: { sittingId, responseIds: [second] },
  });
});

test('two proctors who decide at once decide once', async () => {
  const { doubtful, decide } = await disputed('classmate');
  const both = await Promise.all([decide(doubtful, 'accepted'), decide(doubtful, 'rejected', 'staff')]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
});

test('an extension counts what came too late by the old end, and is refused where it would change nothing', async () => {
  const sittingId = await openSitting(t, 'closing');
  const attempt = await startSitting(t, 'classmate', sittingId);
  later(24);
  const answer = responseTo(attempt, attempt.items[0]!, {
    elapsedMs: 24 * 60_000,
    wallTime: t.clock.now.toISOString(),
  });
  expect(await send(t, 'classmate', [answer])).toMatchObject([{ status: 'set_aside', reason: 'late' }]);
  const extend = (minutes: number) =>
    call('faculty', 'POST', `/api/sittings/${sittingId}${path('classmate', '/extension')}`, {
      minutes,
      why: 'Apagón',
    });
  expect((await extend(3)).json()).toMatchObject({ status: 400, errors: [{ field: 'minutes' }] });
  const record = (await extend(10)).json() as ProctorRecord;
  expect(candidateOf(record, 'classmate').attempt).toMatchObject({
    state: 'running',
    answered: 1,
    setAside: 0,
  });
  expect(await send(t, 'classmate', [answer])).toMatchObject([{ status: 'already_recorded' }]);
  expect((await call('faculty', 'GET', `/api/sittings/${sittingId}/set-aside`)).json().answers).toEqual([]);
  const missing = await call(
    'faculty',
    'POST',
    `/api/sittings/${sittingId}${path('student', '/extension')}`,
    {
      minutes: 5,
      why: 'x',
    },
  );
  expect(missing.statusCode).toBe(404);
  await t.as('classmate')({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` });
  expect((await extend(5)).json()).toMatchObject({ status: 409, code: 'attempt_over' });
});

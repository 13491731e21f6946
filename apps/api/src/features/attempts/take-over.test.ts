import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attempt } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, responseTo, startPractice, startSitting } from './testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const otherDevice = randomUUID();
const here = () => t.as('student');
const there = () => t.as('student', otherDevice);
const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36';
const takeOver = (attemptId: string, who = there()) =>
  who({
    method: 'POST',
    url: `/api/attempts/${attemptId}/take-over`,
    payload: {},
    headers: { 'user-agent': android },
  });
const post = async (who: ReturnType<TestApp['as']>, responses: unknown[]) =>
  (await who({ method: 'POST', url: '/api/responses', payload: { responses } }))
    .json()
    .receipts.map(({ status, reason }: { status: string; reason?: string }) => reason ?? status);
const later = (minutes: number) => (t.clock.now = new Date(t.clock.now.getTime() + minutes * 60_000));
const given = (attempt: Attempt, deviceSequence: number, at: Date, lease = attempt.lease) => {
  const elapsedMs = at.getTime() - Date.parse(attempt.startedAt);
  return responseTo(attempt, attempt.items[deviceSequence]!, {
    deviceSequence,
    elapsedMs,
    wallTime: at.toISOString(),
    lease,
  });
};

test('a sitting goes on at one device; another must take it over, which is recorded', async () => {
  const sittingId = await openSitting(t, 'closing');
  const attempt = await startSitting(t, 'student', sittingId);
  expect(attempt).toMatchObject({ lease: 1, held: true });
  expect(attempt.items).toHaveLength(20);
  expect((await startSitting(t, 'student', sittingId)).id).toBe(attempt.id);

  // The other device sees that there is an attempt, and nothing of it.
  expect((await there()({ url: `/api/attempts/${attempt.id}` })).json()).toMatchObject({
    held: false,
    items: [],
  });
  expect((await there()({ url: `/api/sittings/${sittingId}?language=es` })).json()).toMatchObject({
    attemptState: 'running',
    held: false,
  });
  for (const url of [`/api/sittings/${sittingId}/start`, `/api/attempts/${attempt.id}/finish`]) {
    const payload = url.endsWith('start') ? { language: 'es' } : undefined;
    expect((await there()({ method: 'POST', url, payload })).json()).toMatchObject({
      status: 409,
      code: 'held_elsewhere',
    });
  }

  const early = given(attempt, 1, later(2));
  const taken = (await (later(1), takeOver(attempt.id))).json() as Attempt;
  expect(taken).toMatchObject({ id: attempt.id, lease: 2, held: true, closesAt: attempt.closesAt });
  expect(taken.items.map(({ id }) => id)).toEqual(attempt.items.map(({ id }) => id));
  expect((await takeOver(attempt.id)).json()).toMatchObject({ lease: 2, held: true });
  const log = (await t.as('admin')({ url: '/api/audit-log' })).json().entries;
  expect(log[0]).toMatchObject({
    act: 'attempt.taken_over',
    subjectId: attempt.id,
    actorMembershipId: t.people.student!.membershipId,
    detail: { sittingId, lease: 2 },
  });

  // What the first device answered before counts whenever it comes; what it answers from now on does not.
  const tardy = given(attempt, 2, later(1));
  const fresh = given(taken, 3, later(1));
  expect(await post(there(), [fresh])).toEqual(['recorded']);
  expect(await post(here(), [early, tardy])).toEqual(['recorded', 'lease_lost']);
  // Also from memory: the database compares.
  expect(await post(here(), [given(attempt, 4, later(1))])).toEqual(['lease_lost']);

  // Back again: the same explicit act.
  expect((await takeOver(attempt.id, here())).json()).toMatchObject({ lease: 3, held: true });
  expect(await post(there(), [given(taken, 5, later(1))])).toEqual(['lease_lost']);
  const devices = (await t.as('staff')({ url: `/api/sittings/${sittingId}/proctoring` }))
    .json()
    .candidates.find(
      ({ membershipId }: { membershipId: string }) => membershipId === t.people.student!.membershipId,
    ).attempt.devices;
  expect(devices).toMatchObject([
    { lease: 1, device: '?' },
    { lease: 2, device: 'Android · Chrome 120' },
    { lease: 3, device: 'Android · Chrome 120' },
  ]);
});

test('nobody takes over what is over, what is no sitting, or what is not theirs', async () => {
  const practice = await startPractice(t, 'student');
  expect((await takeOver(practice.id)).json()).toMatchObject({ status: 409, code: 'not_a_sitting' });
  const attempt = await startSitting(t, 'student', await openSitting(t, 'closing'));
  expect((await takeOver(attempt.id, t.as('classmate'))).statusCode).toBe(404);
  await here()({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` });
  expect((await takeOver(attempt.id)).json()).toMatchObject({ status: 409, code: 'attempt_over' });
  // Over, it shows what was answered on any device.
  expect((await there()({ url: `/api/attempts/${attempt.id}` })).json()).toMatchObject({ items: [] });
});

test('interruptions are written once, in order of time, and an impossible one says which', async () => {
  const sittingId = await openSitting(t, 'closing');
  const attempt = await startSitting(t, 'student', sittingId);
  const interruption = {
    id: randomUUID(),
    kind: 'offline',
    from: '2026-03-16T15:30:00.000Z',
    to: '2026-03-16T15:31:00.000Z',
  };
  const report = (interruptions: object[]) =>
    here()({
      method: 'POST',
      url: `/api/attempts/${attempt.id}/interruptions`,
      payload: { interruptions },
    });
  expect((await report([interruption])).json()).toEqual({ recorded: 1 });
  expect((await report([interruption])).json()).toEqual({ recorded: 0 });
  const backwards = { ...interruption, id: randomUUID(), to: '2026-03-16T15:29:00Z' };
  expect((await report([interruption, backwards])).json()).toMatchObject({
    status: 400,
    errors: [{ field: 'interruptions.1.to' }],
  });
});

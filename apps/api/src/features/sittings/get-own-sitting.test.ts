import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnSittingDetail } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, startSitting } from '../attempts/testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const read = (who: string, sittingId: string) => t.as(who)({ url: `/api/sittings/${sittingId}?language=es` });

test('a learner reads a sitting of their own cohort before and after starting it', async () => {
  const sittingId = await openSitting(t, 'closing', { lateHours: 6 });
  const before = (await read('student', sittingId)).json() as OwnSittingDetail;
  expect(before).toMatchObject({
    wave: 'closing',
    state: 'open',
    attemptState: 'none',
    language: null,
    lateHours: 6,
    proctored: false,
    demonstration: true,
  });
  const attempt = await startSitting(t, 'student', sittingId);
  const after = (await read('student', sittingId)).json() as OwnSittingDetail;
  expect(after).toMatchObject({ attemptState: 'running', attemptId: attempt.id, language: 'es' });
  expect(((await read('classmate', sittingId)).json() as OwnSittingDetail).attemptId).toBeNull();
});

test('a sitting of another cohort or institution is not found, and who does not learn has none of their own', async () => {
  const sittingId = await openSitting(t, 'opening');
  for (const who of ['outsider', 'awayStudent']) expect((await read(who, sittingId)).statusCode).toBe(404);
  for (const who of ['faculty', 'staff', 'admin']) expect((await read(who, sittingId)).statusCode).toBe(403);
});

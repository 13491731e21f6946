import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, responseTo, send, startSitting } from './testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

test('a saved file is recorded by the same rules, once, whatever the device sent before or sends after', async () => {
  const attempt = await startSitting(t, 'student', await openSitting(t, 'closing'));
  const answers = [1, 2, 3].map((deviceSequence) =>
    responseTo(attempt, attempt.items[deviceSequence]!, { deviceSequence }),
  );
  await send(t, 'student', answers.slice(0, 1));
  const impossible = responseTo(attempt, attempt.items[4]!, { deviceSequence: 4, clockOffsetMs: null });
  const file = {
    format: 'puente/answers',
    schemaVersion: 1,
    savedAt: '2026-03-16T16:00:00.000Z',
    membershipId: t.people.student!.membershipId,
    responses: [...answers, impossible, { schemaVersion: 9, id: answers[0]!.id }],
  };
  const upload = (payload: object) =>
    t.as('staff')({ method: 'POST', url: '/api/answer-files', payload: { why: 'Sin señal', ...payload } });
  const first = (await upload({ file })).json();
  expect(first).toMatchObject({
    fullName: 'Rosa María Ñahui Quispe',
    studentCode: t.people.student!.studentCode,
    sha256: hash('sha256', JSON.stringify(file), 'hex'),
  });
  const outcomes = (receipts: { status: string; reason?: string; field?: string }[]) =>
    receipts.map(({ status, reason, field }) => [status, reason, field].filter(Boolean).join(' '));
  expect(outcomes(first.receipts)).toEqual([
    'already_recorded',
    'recorded',
    'recorded',
    'set_aside time_disputed',
    'refused malformed schemaVersion',
  ]);
  expect(outcomes((await upload({ file })).json().receipts)).toEqual([
    'already_recorded',
    'already_recorded',
    'already_recorded',
    'set_aside time_disputed',
    'refused malformed schemaVersion',
  ]);
  expect((await send(t, 'student', [...answers, impossible])).map(({ status }) => status)).toEqual([
    'already_recorded',
    'already_recorded',
    'already_recorded',
    'set_aside',
  ]);
  const { entries } = (await t.as('admin')({ url: '/api/audit-log' })).json();
  expect(entries[1]).toMatchObject({
    act: 'answers.uploaded',
    subjectId: t.people.student!.membershipId,
    why: 'Sin señal',
    detail: { sha256: first.sha256, recorded: 2, already_recorded: 1, set_aside: 1, refused: 1 },
  });

  // In somebody else's name they find no attempt, and are not kept.
  const stolen = { ...file, membershipId: t.people.classmate!.membershipId };
  expect(outcomes((await upload({ file: stolen })).json().receipts).slice(0, 4)).toEqual(
    Array.from({ length: 4 }, () => 'refused attempt_unknown attemptId'),
  );
  const away = await upload({ file: { ...file, membershipId: t.people.awayStudent!.membershipId } });
  expect(away.statusCode).toBe(404);
  for (const broken of [{ ...file, format: 'other' }, { ...file, responses: [] }, 'text'])
    expect((await upload({ file: broken })).statusCode).toBe(400);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Today } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const setExam = (who: string, on: unknown, courseId = 'physiology') =>
  t.as(who)({ method: 'PUT', url: `/api/courses/${courseId}/exam`, payload: { on } });
const examsOf = async (who: string) =>
  ((await t.as(who)({ url: '/api/today?language=es' })).json() as Today).exams;

test('a student says when the exam is, changes it, and takes it back; nobody else has it', async () => {
  expect((await setExam('student', '2026-03-30')).json()).toEqual({ on: '2026-03-30' });
  expect((await setExam('student', '2026-03-20')).statusCode).toBe(200);
  expect(await examsOf('student')).toEqual([
    { courseId: 'physiology', title: 'Fisiología', on: '2026-03-20', days: 4 },
  ]);
  expect(await examsOf('classmate')).toEqual([]);
  expect((await setExam('student', null)).json()).toEqual({ on: null });
  expect(await examsOf('student')).toEqual([]);
});

test('today counts until midnight where the institution is, and then it is over', async () => {
  // 16 March in Lima ends five hours after it does in Greenwich.
  const before = t.clock.now;
  await setExam('student', '2026-03-16');
  t.clock.now = new Date('2026-03-17T04:59:00Z');
  expect(await examsOf('student')).toMatchObject([{ days: 0 }]);
  t.clock.now = new Date('2026-03-17T05:01:00Z');
  expect(await examsOf('student')).toEqual([]);
  t.clock.now = before;
});

test.each(['2026-03-15', '2027-03-18', '2026-02-30', 'mañana'])('%s is refused by its name', async (on) => {
  const answer = await setExam('student', on);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors).toMatchObject([{ field: 'on' }]);
});

test('a course that the student does not take has no exam of theirs', async () => {
  expect((await setExam('student', '2026-03-20', 'pharmacology')).statusCode).toBe(403);
});

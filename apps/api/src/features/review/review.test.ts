import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '@puente/database';
import type { Attempt, Review, Today } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { responseTo, send, startPractice } from '../attempts/testing.ts';

let t: TestApp;
const monday = new Date('2026-03-16T15:00:00Z');
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(() => void (t.clock.now = new Date(monday)));

const daysLater = (days: number) => (t.clock.now = new Date(monday.getTime() + days * 24 * 3_600_000));
const review = async (who: string): Promise<Review> =>
  (await t.as(who)({ url: '/api/review?language=es' })).json();
const today = async (who: string): Promise<Today> =>
  (await t.as(who)({ url: '/api/today?language=es' })).json();
const keyOf = (id: string): string | undefined => {
  const item = t.app.catalogue.items.get(id)!;
  return 'key' in item && typeof item.key === 'string' ? item.key : undefined;
};

/** Answers every item that has one key, wrong where told, surely or not. */
const answerAll = async (who: string, attempt: Attempt, wrong: (id: string) => boolean, level = 2) => {
  const answers = attempt.items
    .filter(({ id }) => keyOf(id))
    .map((item, index) =>
      responseTo(attempt, item, {
        answer: wrong(item.id) ? item.options.find(({ id }) => id !== keyOf(item.id))!.id : keyOf(item.id)!,
        confidenceLevel: level,
        confidence: level === 4 ? 0.97 : 0.7,
        deviceSequence: index + 1,
      }),
    );
  const receipts = await send(t, who, answers);
  expect(receipts.map(({ status }) => status)).toEqual(answers.map(() => 'recorded'));
  return answers.length;
};
const startReview = (who: string, over: object = {}, id = newId()) =>
  startPractice(t, who, { kind: 'review', contentId: 'physiology', ...over }, id);

test('who has answered nothing has nothing due, and cannot start a review', async () => {
  expect(await review('outsider')).toMatchObject({ dose: [], due: [], more: [], back: false, coming: [] });
  const refused = await t.as('outsider')({
    method: 'PUT',
    url: `/api/attempts/${newId()}`,
    payload: { kind: 'review', courseId: 'physiology', contentId: 'physiology', language: 'es' },
  });
  expect(refused.json()).toMatchObject({ status: 409, code: 'nothing_due' });
});

test('what was practised comes back: announced with its day, due on it, gone once answered', async () => {
  const practice = await startPractice(t, 'student', { size: 6 });
  const missed = practice.items.find(({ id }) => keyOf(id))!.id;
  await answerAll('student', practice, (id) => id === missed);

  const before = await review('student');
  expect(before).toMatchObject({ today: '2026-03-16', due: [], dose: [], answeredToday: 0 });
  expect(before.coming[0]!.on).toBe('2026-03-17');

  daysLater(1);
  const due = await review('student');
  expect(due.due.length).toBeGreaterThan(1);
  expect(due.due[0]).toMatchObject({ why: 'missed', on: '2026-03-17', courseId: 'physiology' });
  expect(due.dose).toEqual([
    { courseId: 'physiology', title: expect.any(String), items: due.due.length, back: false },
  ]);
  expect((await today('student')).review).toEqual(due.dose);

  const id = newId();
  const run = await startReview('student', {}, id);
  expect(run).toMatchObject({ kind: 'review', contentId: 'physiology' });
  expect(run.items).toHaveLength(due.due.length);
  expect(run.items[0]!.id).toBe(missed);
  const answered = await answerAll('student', run, () => false);
  const after = await review('student');
  expect(after).toMatchObject({ answeredToday: answered });
  expect(after.due.length).toBe(run.items.length - answered);
  // Nothing is due any more: the same start still finds the same run.
  expect((await startReview('student', {}, id)).id).toBe(id);
});

test('an espejismo comes back first and as another item; its own concept is named', async () => {
  const practice = await startPractice(t, 'classmate', { size: 4 });
  const misled = practice.items.find(({ id }) => keyOf(id))!;
  await answerAll('classmate', practice, (id) => id === misled.id, 4);
  daysLater(7);
  const { due } = await review('classmate');
  expect(due[0]!.why).toBe('espejismo');
  const run = await startReview('classmate', { size: 1 });
  const concept = t.app.catalogue.items.get(misled.id)!.concepts[0]!;
  expect(due[0]!.conceptId).toBe(concept);
  expect(run.items[0]!.id).not.toBe(misled.id);
  expect(t.app.catalogue.items.get(run.items[0]!.id)!.concepts).toContain(concept);
});

test('the day asks ten; who was away for a week is offered them without a count of what waits', async () => {
  const modules = t.content.courses.find(({ id }) => id === 'physiology')!.modules;
  for (const module of modules.filter(({ status }) => status === 'open').slice(0, 2)) {
    const practice = await startPractice(t, 'outsider', { contentId: module.id, size: 30 });
    await answerAll('outsider', practice, () => true);
  }
  daysLater(9);
  const back = await review('outsider');
  expect(back).toMatchObject({
    back: true,
    more: [{ courseId: 'physiology' }],
    dose: [{ items: 10, back: true }],
  });
  expect(back.due).toHaveLength(10);
  expect((await today('outsider')).next).toMatchObject({ kind: 'review', items: 10, back: true });
  expect((await startReview('outsider', { size: 3 })).items).toHaveLength(3);

  const run = await startReview('outsider');
  expect(run.items).toHaveLength(10);
  const neighbours = run.items.map(({ id }) => t.app.catalogue.items.get(id)!.concepts[0]);
  expect(new Set(neighbours.slice(0, 3)).size).toBe(3);
  const answered = await answerAll('outsider', run, () => false);
  const rest = await review('outsider');
  expect(rest).toMatchObject({ back: false, more: [{ courseId: 'physiology' }], answeredToday: answered });
  expect(rest.due).toHaveLength(10 - answered);
  // Who wants more may have it.
  expect((await startReview('outsider', { size: 10 })).items).toHaveLength(10);
});

test('an answer given offline counts from the day it was given', async () => {
  const practice = await startPractice(t, 'awayStudent', { size: 12 });
  const item = practice.items.find(({ id }) => keyOf(id))!;
  const given = responseTo(practice, item, {
    answer: keyOf(item.id)!,
    wallTime: '2026-03-16T15:05:00Z',
    elapsedMs: 300_000,
    origin: 'offline',
  });
  daysLater(4);
  await send(t, 'awayStudent', [given]);
  expect((await review('awayStudent')).due[0]).toMatchObject({ on: '2026-03-17' });
});

test('a review of something else than the course is not found', async () => {
  const answer = await t.as('student')({
    method: 'PUT',
    url: `/api/attempts/${newId()}`,
    payload: { kind: 'review', courseId: 'physiology', contentId: 'membrane-potential', language: 'es' },
  });
  expect(answer.statusCode).toBe(404);
});

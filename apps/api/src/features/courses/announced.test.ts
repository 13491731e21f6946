import { afterAll, beforeAll, expect, test } from 'vitest';
import { cohortCourses, newId } from '@puente/database';
import type { Attempt, CourseMap } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { responseTo, send, startPractice } from '../attempts/testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  await t.within(t.home, (db) =>
    db.insert(cohortCourses).values({
      institutionId: db.institutionId,
      cohortId: t.home.cohortId,
      courseId: 'genetics',
    }),
  );
});
afterAll(() => t.close());

const announced = { courseId: 'genetics', contentId: 'populations' };
const mapOf = async (who: string, courseId = 'genetics') =>
  (await t.as(who)({ url: `/api/courses/${courseId}?language=es` })).json() as CourseMap;
const wishOf = async (who: string) => (await mapOf(who)).modules.find(({ id }) => id === 'populations')!.wish;
const wish = (who: string, wanted: boolean, place = 'genetics/modules/populations') =>
  t.as(who)({ method: 'PUT', url: `/api/courses/${place}/wish`, payload: { wanted } });

test('the two questions of an announced module are asked, recorded with confidence, scored and explained', async () => {
  const attempt = await startPractice(t, 'student', announced);
  expect(attempt.items).toHaveLength(2);
  const sent = await t.as('student')({
    url: '/api/courses/genetics/modules/populations/package?language=es',
  });
  const items = sent.json().items as { id: string; key: string; options: { reason: string }[] }[];
  const [first] = attempt.items;
  const { key, options } = items.find(({ id }) => id === first!.id)!;
  expect(options.every(({ reason }) => reason.length > 0)).toBe(true);
  expect(await send(t, 'student', [responseTo(attempt, first!, { answer: key })])).toMatchObject([
    { status: 'recorded' },
  ]);
  const shown = (await t.as('student')({ url: `/api/attempts/${attempt.id}` })).json() as Attempt;
  expect(shown.responses).toMatchObject([{ itemId: first!.id, fraction: 1, confidenceLevel: 2 }]);
  const module = (await mapOf('student')).modules.find(({ id }) => id === 'populations')!;
  expect(module.practice).toEqual({ items: 2, met: 1 });
});

test('who is misled by an announced question is not sent to a practice that is not written, and is asked again', async () => {
  const attempt = await startPractice(t, 'classmate', announced);
  const sent = await t.as('classmate')({
    url: '/api/courses/genetics/modules/populations/package?language=es',
  });
  const items = sent.json().items as { id: string; key: string }[];
  const [first] = attempt.items;
  const wrong = first!.options.find(({ id }) => id !== items.find((item) => item.id === first!.id)!.key)!;
  await send(t, 'classmate', [
    responseTo(attempt, first!, { answer: wrong.id, confidenceLevel: 4, confidence: 0.97 }),
  ]);
  await t.as('classmate')({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` });
  const today = (await t.as('classmate')({ url: '/api/today?language=es' })).json();
  expect(today.espejismos).toEqual([]);
  expect(JSON.stringify(today.next)).not.toContain('populations');
  const now = t.clock.now;
  t.clock.now = new Date(now.getTime() + 8 * 24 * 3_600_000);
  const review = (await t.as('classmate')({ url: '/api/review?language=es' })).json();
  expect(review.due).toMatchObject([{ courseId: 'genetics', why: 'espejismo' }]);
  t.clock.now = now;
});

test('a wish to be told is kept once, is taken back, and is counted for those who decide what is written', async () => {
  expect(await wishOf('student')).toEqual({ own: false, students: null });
  for (const who of ['student', 'student', 'classmate']) expect((await wish(who, true)).statusCode).toBe(200);
  expect(await wishOf('student')).toEqual({ own: true, students: null });
  for (const who of ['staff', 'faculty', 'admin'])
    expect(await wishOf(who), who).toEqual({ own: false, students: 2 });
  await wish('student', false);
  expect(await wishOf('student')).toEqual({ own: false, students: null });
  expect(await wishOf('staff')).toEqual({ own: false, students: 1 });
});

test('nobody wishes for what is open, what there is not, or a course that is not theirs', async () => {
  const outcomes = await Promise.all([
    wish('student', true, 'genetics/modules/from-gene-to-disease'),
    wish('student', true, 'genetics/modules/alchemy'),
    wish('student', true, 'biochemistry/modules/populations'),
    wish('student', true, 'biochemistry/modules/lipids'),
  ]);
  expect(outcomes.map(({ statusCode }) => statusCode)).toEqual([409, 404, 404, 403]);
});

test("a figure's challenge is on record for who takes its course, also by an announced module, and the same model scores it", async () => {
  const list = async (who: string, figure: string) =>
    (await t.as(who)({ url: `/api/figures/${figure}/challenges` })).json().challenges as {
      itemId: string;
      courseId: string;
      moduleId: string;
      view: string;
    }[];
  expect(await list('student', 'dose')).toEqual([]);
  const challenge = (await list('student', 'population')).find(({ view }) => view === 'test')!;
  expect(challenge).toMatchObject({ courseId: 'genetics', moduleId: 'populations' });
  const { courseId, moduleId, itemId } = challenge;
  const attempt = await startPractice(t, 'student', { courseId, contentId: moduleId, items: [itemId] });
  const [item] = attempt.items;
  const answer = (specificity: number) => `prevalence=1&sensitivity=99&specificity=${specificity}`;
  const settle = async (specificity: number) => {
    const own = await startPractice(
      t,
      'student',
      { courseId, contentId: moduleId, items: [itemId] },
      newId(),
    );
    const response = responseTo(own, own.items[0]!, { answer: answer(specificity), optionOrder: [] });
    expect(await send(t, 'student', [response])).toMatchObject([{ status: 'recorded' }]);
    return ((await t.as('student')({ url: `/api/attempts/${own.id}` })).json() as Attempt).responses[0]!;
  };
  expect(item).toMatchObject({ kind: 'challenge', figure: 'population', options: [] });
  expect(await settle(99.5)).toMatchObject({ fraction: 1, confidenceLevel: 2 });
  expect(await settle(96)).toMatchObject({ fraction: 0 });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@puente/database';
import type { CourseMap } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const anotherPhone = newId();
const keep = (payload: object, session?: string) =>
  t.as(
    'student',
    session,
  )({
    method: 'PUT',
    url: '/api/courses/physiology/lessons/resting-membrane/progress',
    payload,
  });
const lessonOf = async (who: string, session?: string) =>
  ((await t.as(who, session)({ url: '/api/courses/physiology?language=es' })).json() as CourseMap).modules
    .flatMap(({ lessons }) => lessons)
    .find(({ id }) => id === 'resting-membrane')!;

test('the place in a lesson is found on another device, and is nobody else’s', async () => {
  expect(await lessonOf('student')).toMatchObject({ place: null });
  await keep({ finished: false, place: 'step-3' });
  expect(await lessonOf('student', anotherPhone)).toMatchObject({ place: 'step-3', finished: false });
  expect(await lessonOf('classmate')).toMatchObject({ place: null });
  // What ends a lesson says no place, and keeps it.
  await keep({ finished: true }, anotherPhone);
  expect(await lessonOf('student')).toMatchObject({ place: 'step-3', finished: true });
});

test.each(['step-0', 'end', 'step-3#x', ''])('%j is no place', async (place) => {
  const answer = await keep({ finished: false, place });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors).toMatchObject([{ field: 'place' }]);
});

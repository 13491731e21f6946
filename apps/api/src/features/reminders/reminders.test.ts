import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnReminder, Today } from '@puente/schemas';
import { responseTo, send, startPractice } from '../attempts/testing.ts';
import { createTestApp, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const choose = (hour: unknown) => t.as('student')({ method: 'PUT', url: '/api/reminder', payload: { hour } });
const reminder = async (): Promise<OwnReminder> =>
  ((await t.as('student')({ url: '/api/today?language=es' })).json() as Today).reminder;

test('one reminder is offered on the third day with answers, once, and the answer may be changed', async () => {
  const attempt = await startPractice(t, 'student');
  for (const [day, item] of attempt.items.slice(0, 3).entries()) {
    expect(await reminder()).toEqual({ offered: false, hour: null });
    const wallTime = t.clock.now.toISOString();
    await send(t, 'student', [
      responseTo(attempt, item, {
        wallTime,
        elapsedMs: day * 24 * 3_600_000 + 1000,
        deviceSequence: day + 1,
      }),
    ]);
    if (day < 2) t.clock.now = new Date(t.clock.now.getTime() + 24 * 3_600_000);
  }
  expect(await reminder()).toEqual({ offered: true, hour: null });
  expect((await choose(null)).json()).toEqual({ offered: false, hour: null });
  expect(await reminder()).toEqual({ offered: false, hour: null });
  expect((await choose(20)).statusCode).toBe(200);
  expect(await reminder()).toEqual({ offered: false, hour: 20 });
});

test.each([24, -1, 7.5, 'ocho'])('the hour %s is refused by its name', async (hour) => {
  const answer = await choose(hour);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors).toMatchObject([{ field: 'hour' }]);
});

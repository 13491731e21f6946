import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnSelfEfficacy } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, startSitting } from '../attempts/testing.ts';

let t: TestApp;
let opening: string;
beforeAll(async () => {
  t = await createTestApp();
  opening = await openSitting(t, 'opening');
});
afterAll(() => t.close());

const url = (sittingId: string) => `/api/sittings/${sittingId}/self-efficacy?language=es`;
const read = async (who: string, sittingId: string) =>
  (await t.as(who)({ url: url(sittingId) })).json<OwnSelfEfficacy>();
const rate = (who: string, sittingId: string, ratings: unknown) =>
  t.as(who)({ method: 'PUT', url: url(sittingId), payload: { ratings } });
const finish = async (who: string, sittingId: string) => {
  const attempt = await startSitting(t, who, sittingId);
  await t.as(who)({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` });
};
const all = async (now: number, then?: number) =>
  (await read('student', opening)).objectives.map(({ id }) => ({
    objectiveId: id,
    now,
    ...(then !== undefined && { then }),
  }));

test('is asked once the form is over, objective by objective, and kept once', async () => {
  expect(await read('student', opening)).toMatchObject({ asked: false, rated: false, looksBack: false });
  expect((await rate('student', opening, await all(3))).json()).toMatchObject({ code: 'not_asked' });
  await finish('student', opening);
  const asked = await read('student', opening);
  expect(asked).toMatchObject({ asked: true, rated: false });
  expect(asked.objectives).toEqual(
    t.content.courses[0]!.objectives.map(({ id, text }) => ({ id, text: text.es, now: null, then: null })),
  );
  const kept = await rate('student', opening, await all(3));
  expect(kept.statusCode, kept.body).toBe(200);
  expect(kept.json<OwnSelfEfficacy>()).toMatchObject({ asked: false, rated: true });
  expect(kept.json<OwnSelfEfficacy>().objectives.every(({ now, then }) => now === 3 && then === null)).toBe(
    true,
  );
  // A lost reply is repeated; another answer does not take the place of the first.
  expect((await rate('student', opening, await all(3))).statusCode).toBe(200);
  expect((await rate('student', opening, await all(4))).json()).toMatchObject({ code: 'already_rated' });
  expect((await read('student', opening)).objectives[0]).toMatchObject({ now: 3 });
});

test('the closing form asks to look back too', async () => {
  const closing = await openSitting(t, 'closing');
  await finish('student', closing);
  expect(await read('student', closing)).toMatchObject({ asked: true, looksBack: true });
  expect((await rate('student', closing, await all(4))).json()).toMatchObject({
    errors: [{ field: 'ratings.0.then' }],
  });
  expect((await rate('student', closing, await all(4, 2))).statusCode).toBe(200);
  expect((await read('student', closing)).objectives[0]).toMatchObject({ now: 4, then: 2 });
});

test('says which field is wrong', async () => {
  await finish('classmate', opening);
  const whole = await all(3);
  const field = async (ratings: unknown) =>
    (await rate('classmate', opening, ratings)).json<{ errors: { field: string }[] }>().errors[0]!.field;
  expect(await field(whole.slice(1))).toBe('ratings');
  expect(await field([...whole, whole[0]])).toBe('ratings');
  expect(await field([{ ...whole[0], objectiveId: 'nothing' }, ...whole.slice(1)])).toBe(
    'ratings.0.objectiveId',
  );
  expect(await field([{ ...whole[0], then: 2 }, ...whole.slice(1)])).toBe('ratings.0.then');
  for (const now of [0, 6, 2.5, null])
    expect((await rate('classmate', opening, [{ ...whole[0], now }, ...whole.slice(1)])).statusCode).toBe(
      400,
    );
  expect(await read('classmate', opening)).toMatchObject({ rated: false });
});

test('is not asked beside other forms, nor once the last answers may have arrived', async () => {
  const selection = await openSitting(t, 'selection').catch(() => undefined);
  expect(selection).toBeUndefined();
  const now = t.clock.now;
  try {
    t.clock.now = new Date(now.getTime() + 9 * 24 * 3_600_000);
    expect(await read('classmate', opening)).toMatchObject({ asked: false });
    expect((await rate('classmate', opening, await all(3))).json()).toMatchObject({ code: 'not_asked' });
  } finally {
    t.clock.now = now;
  }
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Attempt } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, responseTo, send, startPractice, startSitting } from './testing.ts';

let t: TestApp;
let attempt: Attempt;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  attempt = await startPractice(t, 'student');
});

const storedOf = async (attemptId: string) =>
  t.within(t.home, async (db) => {
    const { rows } = await db.execute<{ id: string; queued: boolean }>(sql`
      select r.id, u.response_id is not null as queued from responses r
      left join unfolded_responses u using (institution_id, learner_key)
      where r.attempt_id = ${attemptId} and (u.response_id is null or u.response_id = r.id)`);
    return rows;
  });

test('a response is recorded once with its place in the queue, and its repeat is already recorded', async () => {
  const response = responseTo(attempt, attempt.items[0]!);
  expect(await send(t, 'student', [response])).toMatchObject([{ id: response.id, status: 'recorded' }]);
  expect(await send(t, 'student', [response])).toMatchObject([
    { id: response.id, status: 'already_recorded' },
  ]);
  expect(await storedOf(attempt.id)).toEqual([{ id: response.id, queued: true }]);
});

test('the same id with another payload is refused, and the first stays', async () => {
  const response = responseTo(attempt, attempt.items[0]!);
  await send(t, 'student', [response]);
  const other = { ...response, answer: attempt.items[0]!.options[1]!.id };
  expect(await send(t, 'student', [other])).toMatchObject([{ status: 'refused', reason: 'id_reused' }]);
  expect(await send(t, 'student', [responseTo(attempt, attempt.items[1]!), response])).toMatchObject([
    { status: 'recorded' },
    { status: 'already_recorded' },
  ]);
});

test('within one batch a repeat is already recorded, and another payload under its id is refused', async () => {
  const response = responseTo(attempt, attempt.items[0]!);
  const receipts = await send(t, 'student', [
    response,
    response,
    { ...response, confidenceLevel: 3, confidence: 0.85 },
  ]);
  expect(receipts.map(({ status }) => status)).toEqual(['recorded', 'already_recorded', 'refused']);
});

test('one bad response never costs the others, and each receipt says what was wrong', async () => {
  const [first, second, third] = attempt.items;
  const good = responseTo(attempt, first!);
  const receipts = await send(t, 'student', [
    null,
    { ...responseTo(attempt, second!), confidenceLevel: 7 },
    responseTo(attempt, second!, { answer: 'zzzz' }),
    responseTo(attempt, second!, { confidence: 0.5 }),
    responseTo(attempt, second!, { contentHash: 'a'.repeat(64) }),
    responseTo(attempt, second!, { itemId: 'phys-nothing' }),
    responseTo(attempt, second!, { lease: 2 }),
    responseTo(attempt, second!, { attemptId: '01890000-0000-7000-8000-000000000000' }),
    responseTo(attempt, third!, { optionOrder: ['a', 'b'] }),
    responseTo(attempt, second!, { appVersion: 'a\u0000b' }),
    responseTo(attempt, second!, { answer: '\ud800' }),
    responseTo(attempt, second!, { wallTime: '0000-01-01T00:00:00Z' }),
    good,
  ]);
  expect(receipts.map(({ status, reason, field }) => [status, reason, field])).toEqual([
    ['refused', 'malformed', ''],
    ['refused', 'malformed', 'confidenceLevel'],
    ['refused', 'option_unknown', 'answer'],
    ['refused', 'confidence_mismatch', 'confidence'],
    ['refused', 'content_unknown', 'contentHash'],
    ['refused', 'item_unknown', 'itemId'],
    ['refused', 'lease_lost', 'lease'],
    ['refused', 'attempt_unknown', 'attemptId'],
    ['refused', 'option_unknown', 'optionOrder'],
    ['refused', 'malformed', 'appVersion'],
    ['refused', 'malformed', 'answer'],
    ['refused', 'malformed', 'wallTime'],
    ['recorded', undefined, undefined],
  ]);
  expect(await storedOf(attempt.id)).toHaveLength(1);
});

test("nobody records into another's attempt, in the same institution or another", async () => {
  const response = responseTo(attempt, attempt.items[0]!);
  for (const who of ['classmate', 'outsider', 'awayStudent']) {
    expect(await send(t, who, [response])).toMatchObject([{ status: 'refused', reason: 'attempt_unknown' }]);
  }
  expect(await storedOf(attempt.id)).toEqual([]);
});

test('a batch of 500 is taken, one of 501 or none is refused as a whole', async () => {
  const many = (n: number) =>
    Array.from({ length: n }, (_, index) =>
      responseTo(attempt, attempt.items[0]!, { deviceSequence: index + 1 }),
    );
  expect((await send(t, 'student', many(500))).every(({ status }) => status === 'recorded')).toBe(true);
  for (const responses of [many(501), []]) {
    const answer = await t.as('student')({ method: 'POST', url: '/api/responses', payload: { responses } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].field).toBe('responses');
  }
});

test('two devices that send the same batch at once record it once', async () => {
  const batch = attempt.items.map((item, index) => responseTo(attempt, item, { deviceSequence: index + 1 }));
  const both = await Promise.all([send(t, 'student', batch), send(t, 'student', batch)]);
  const recorded = both.flat().filter(({ status }) => status === 'recorded');
  expect(recorded).toHaveLength(batch.length);
  expect(both.flat().every(({ status }) => status !== 'refused')).toBe(true);
});

test('in a sitting, an answer up to 30 s after the close is taken, a later one refused as late', async () => {
  const sittingId = await openSitting(t, 'closing');
  const sitting = await startSitting(t, 'student', sittingId);
  const started = t.clock.now.getTime();
  const at = (seconds: number, over = {}) => {
    t.clock.now = new Date(started + seconds * 1000);
    return send(t, 'student', [
      responseTo(sitting, sitting.items[0]!, { elapsedMs: seconds * 1000, ...over }),
    ]);
  };
  const limit = 20 * 60;
  expect(await at(limit)).toMatchObject([{ status: 'recorded' }]);
  expect(await at(limit + 30)).toMatchObject([{ status: 'recorded' }]);
  expect(await at(limit + 31)).toMatchObject([{ status: 'refused', reason: 'late' }]);
  // Answered in time by the device's clock and delivered within the hours that the sitting allows.
  expect(await at(limit + 3600, { elapsedMs: 60_000 })).toMatchObject([{ status: 'recorded' }]);
  expect(await at(25 * 3600, { elapsedMs: 60_000 })).toMatchObject([{ status: 'refused', reason: 'late' }]);
  // After a reload the wall clock and its measured offset stand in for the monotonic clock.
  const wall = {
    elapsedMs: null,
    wallTime: new Date(started + 60_000 - 5000).toISOString(),
    clockOffsetMs: 5000,
  };
  expect(await at(limit + 3600, wall)).toMatchObject([{ status: 'recorded' }]);
  expect(await at(limit + 3600, { ...wall, clockOffsetMs: null })).toMatchObject([
    { status: 'refused', reason: 'late' },
  ]);
  t.clock.now = new Date(started);
});

test('a repeat of a recorded answer is never called late', async () => {
  const sittingId = await openSitting(t, 'closing');
  const sitting = await startSitting(t, 'classmate', sittingId);
  const started = t.clock.now;
  const response = responseTo(sitting, sitting.items[0]!);
  await send(t, 'classmate', [response]);
  t.clock.now = new Date(started.getTime() + 30 * 24 * 3_600_000);
  expect(await send(t, 'classmate', [response])).toMatchObject([{ status: 'already_recorded' }]);
  t.clock.now = started;
});

test('the API role can neither change nor delete a response', async () => {
  const response = responseTo(attempt, attempt.items[0]!);
  await send(t, 'student', [response]);
  for (const statement of [
    'update responses set confidence_level = 4',
    'delete from responses',
    'truncate responses',
  ]) {
    await expect(t.within(t.home, (db) => db.execute(sql.raw(statement)))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  }
});

test('a challenge is answered by settings and scored by the model; its key never travels with the question', async () => {
  const challenge = await startPractice(t, 'student', { items: ['phys-mp-krest-4'] });
  const item = challenge.items[0]!;
  expect(item).toMatchObject({
    kind: 'challenge',
    figure: 'resting-potential',
    options: [],
    challenge: { view: 'rest', from: { potassium: 7.1 }, moves: ['potassium', 'calcium'] },
    guess: 0,
  });
  expect(JSON.stringify(item)).not.toMatch(/restMillivolts|solution|reason/);

  const answer = (text: string) => responseTo(challenge, item, { answer: text });
  for (const text of [
    'potassium=4',
    'potassium=400&calcium=1.2&leak=0.01',
    'potassium=4&calcium=1.2&leak=0.1',
  ]) {
    expect(await send(t, 'student', [answer(text)])).toMatchObject([
      { status: 'refused', reason: 'option_unknown', field: 'answer' },
    ]);
  }
  const right = answer('potassium=4&calcium=1.2&leak=0.01');
  expect(await send(t, 'student', [right])).toMatchObject([{ status: 'recorded' }]);
  const shown = await t.as('student')({ method: 'GET', url: `/api/attempts/${challenge.id}` });
  expect((shown.json() as Attempt).responses).toMatchObject([{ answer: right.answer, fraction: 1 }]);

  const again = await startPractice(t, 'student', { items: ['phys-mp-krest-4'] });
  const calcium = responseTo(again, again.items[0]!, { answer: 'potassium=7.1&calcium=3&leak=0.01' });
  expect(await send(t, 'student', [calcium])).toMatchObject([{ status: 'recorded' }]);
  const wrong = await t.as('student')({ method: 'GET', url: `/api/attempts/${again.id}` });
  expect((wrong.json() as Attempt).responses).toMatchObject([{ fraction: 0 }]);
});

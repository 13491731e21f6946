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
    ['set_aside', 'option_unknown', 'answer'],
    ['set_aside', 'confidence_mismatch', 'confidence'],
    ['set_aside', 'content_unknown', 'contentHash'],
    ['set_aside', 'item_unknown', 'itemId'],
    ['set_aside', 'lease_lost', 'lease'],
    ['refused', 'attempt_unknown', 'attemptId'],
    ['set_aside', 'option_unknown', 'optionOrder'],
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

test('in a sitting, an answer up to 30 s after the close is taken, a later one set aside as late', async () => {
  const sittingId = await openSitting(t, 'closing');
  const sitting = await startSitting(t, 'student', sittingId);
  const started = t.clock.now.getTime();
  let deviceSequence = 0;
  /** Sent so many seconds after the start, given by the device's clocks at `given`. */
  const at = (seconds: number, given = seconds, over = {}) => {
    t.clock.now = new Date(started + seconds * 1000);
    return send(t, 'student', [
      responseTo(sitting, sitting.items[0]!, {
        deviceSequence: ++deviceSequence,
        elapsedMs: given * 1000,
        wallTime: new Date(started + given * 1000).toISOString(),
        ...over,
      }),
    ]);
  };
  const limit = 20 * 60;
  const recorded = [{ status: 'recorded' }];
  expect(await at(60)).toMatchObject(recorded);
  expect(await at(limit)).toMatchObject(recorded);
  expect(await at(limit + 30)).toMatchObject(recorded);
  expect(await at(limit + 31)).toMatchObject([{ status: 'set_aside', reason: 'late' }]);
  // Answered in time by the device's clocks and delivered within the hours that the sitting allows.
  expect(await at(limit + 3600, limit + 10)).toMatchObject(recorded);
  expect(await at(24.5 * 3600, limit + 10)).toMatchObject([{ status: 'set_aside', reason: 'late' }]);
  // After a reload the wall clock and its measured offset stand in for the monotonic clock.
  const wall = {
    elapsedMs: null,
    wallTime: new Date(started + limit * 1000 - 5000).toISOString(),
    clockOffsetMs: 5000,
  };
  expect(await at(limit + 3600, 0, wall)).toMatchObject(recorded);
  expect(await at(limit + 3600, 0, { ...wall, clockOffsetMs: null })).toMatchObject([
    { status: 'set_aside', reason: 'time_disputed' },
  ]);
  t.clock.now = new Date(started);
});

test('what is set aside is kept with its reason, a repeat gets the same receipt, and its id is taken', async () => {
  const [first, second] = attempt.items;
  const aside = responseTo(attempt, first!, { answer: 'zzzz' });
  expect(await send(t, 'student', [aside, aside])).toMatchObject([
    { status: 'set_aside', reason: 'option_unknown' },
    { status: 'set_aside', reason: 'option_unknown' },
  ]);
  const receivedAt = t.clock.now.toISOString();
  t.clock.now = new Date(t.clock.now.getTime() + 60_000);
  expect(await send(t, 'student', [aside])).toMatchObject([
    { status: 'set_aside', reason: 'option_unknown', receivedAt },
  ]);
  const other = responseTo(attempt, second!, { id: aside.id });
  expect(await send(t, 'student', [other])).toMatchObject([{ status: 'refused', reason: 'id_reused' }]);
  // Also where the attempt is known from before, and nothing but the id is amiss.
  await send(t, 'student', [responseTo(attempt, first!)]);
  expect(await send(t, 'student', [other])).toMatchObject([{ status: 'refused', reason: 'id_reused' }]);
  const { receipts } = (await t.as('student')({ url: `/api/attempts/${attempt.id}/receipts` })).json();
  expect(receipts).toMatchObject([
    { id: aside.id, counted: false, receivedAt, setAside: { reason: 'option_unknown', decision: null } },
    { counted: true, setAside: null },
  ]);
});

test('a clock that runs backwards against what is recorded is disputed, in one batch and in two', async () => {
  const sittingId = await openSitting(t, 'closing');
  const sitting = await startSitting(t, 'student', sittingId);
  const started = t.clock.now.getTime();
  t.clock.now = new Date(started + 15 * 60_000);
  const given = (deviceSequence: number, minute: number, over = {}) =>
    responseTo(sitting, sitting.items[deviceSequence % 20]!, {
      deviceSequence,
      elapsedMs: null,
      wallTime: new Date(started + minute * 60_000).toISOString(),
      ...over,
    });
  const statuses = async (...answers: unknown[]) =>
    (await send(t, 'student', answers)).map(({ status, reason }) => reason ?? status);
  expect(await statuses(given(1, 5), given(2, 10), given(3, 8.9), given(4, 9))).toEqual([
    'recorded',
    'recorded',
    'time_disputed',
    'recorded',
  ]);
  // From memory now: the database itself compares.
  expect(await statuses(given(5, 8.5))).toEqual(['time_disputed']);
  expect(await statuses(given(6, 12))).toEqual(['recorded']);
  expect(await statuses(given(7, 12.5))).toEqual(['recorded']);
  t.clock.now = new Date(started);
});

const isChoice = ({ kind }: Attempt['items'][number]) => kind === 'single-best-answer';

test('posts of several learners at once share statements and keep their own receipts', async () => {
  const running = await Promise.all(
    ['student', 'classmate', 'student', 'classmate'].map(async (who) => ({
      who,
      attempt: await startPractice(t, who),
    })),
  );
  // Known from an earlier answer, as while practising.
  for (const { who, attempt } of running) await send(t, who, [responseTo(attempt, attempt.items[0]!)]);
  const posts = running.flatMap(({ who, attempt }) =>
    attempt.items
      .slice(1)
      .filter(isChoice)
      .map((item, index) => ({
        who,
        response: responseTo(attempt, item, { deviceSequence: index + 2 }),
      })),
  );
  const twice = [...posts, ...posts];
  const receipts = await Promise.all(twice.map(({ who, response }) => send(t, who, [response])));
  expect(receipts.map(([receipt]) => receipt!.id)).toEqual(twice.map(({ response }) => response.id));
  const statuses = Map.groupBy(receipts.flat(), ({ status }) => status);
  expect(statuses.get('recorded')).toHaveLength(posts.length);
  expect(statuses.get('already_recorded')).toHaveLength(posts.length);
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
      { status: 'set_aside', reason: 'option_unknown', field: 'answer' },
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

test('a decision of a case may be what a model is brought to: its outcomes stay with the server, which scores it', async () => {
  const played = await startPractice(t, 'student', { kind: 'case', contentId: 'case-bus-driver' });
  const item = played.items.find(({ challenge }) => challenge)!;
  expect(item).toMatchObject({
    id: 'phys-case-bd-d6',
    kind: 'case-decision',
    figure: 'heart',
    options: [],
    challenge: { view: 'loop', moves: ['preload', 'afterload'] },
    guess: 0,
  });
  expect(JSON.stringify(item)).not.toMatch(/fillingMmHg|solution|reason/);
  const settings = (preload: number, afterload: number) =>
    `preload=${preload}&afterload=${afterload}&contractility=0.65&valve=sound&severity=60`;
  expect(await send(t, 'student', [responseTo(played, item, { answer: 'a7un' })])).toMatchObject([
    { status: 'set_aside', reason: 'option_unknown', field: 'answer' },
  ]);
  const dried = responseTo(played, item, {
    answer: settings(1255, 1.05),
    confidenceLevel: 3,
    confidence: 0.85,
  });
  expect(await send(t, 'student', [dried])).toMatchObject([{ status: 'recorded' }]);
  const shown = await t.as('student')({ method: 'GET', url: `/api/attempts/${played.id}` });
  expect((shown.json() as Attempt).responses).toMatchObject([{ confidenceLevel: 3, fraction: 0.25 }]);
});

test('a decision of a case may be a place in a drawing: the server sends the places and keeps what each is worth', async () => {
  const played = await startPractice(t, 'student', { kind: 'case', contentId: 'case-missed-dialysis' });
  const item = played.items.find(({ id }) => id === 'phys-case-md-d6')!;
  expect(item).toMatchObject({ kind: 'case-decision', figure: 'hyperkalaemia-ecg', guess: 0.25 });
  expect(item.options.map(({ at }) => at?.length)).toEqual([2, 2, 2, 2]);
  expect(JSON.stringify(item)).not.toMatch(/fraction|reason|consequence|misconception/);
  expect(await send(t, 'student', [responseTo(played, item, { answer: 'd8sw' })])).toMatchObject([
    { status: 'set_aside', reason: 'option_unknown', field: 'answer' },
  ]);
  const partly = responseTo(played, item, { answer: 'w3kd', confidenceLevel: 4, confidence: 0.97 });
  expect(await send(t, 'student', [partly])).toMatchObject([{ status: 'recorded' }]);
  const shown = await t.as('student')({ method: 'GET', url: `/api/attempts/${played.id}` });
  expect((shown.json() as Attempt).responses).toMatchObject([{ answer: 'w3kd', fraction: 0.5 }]);
});

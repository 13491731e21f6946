import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@puente/database';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, responseTo, send, startPractice, startSitting } from './testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const keyOf = (id: string) => {
  const item = t.content.courses
    .flatMap((course) =>
      course.modules.flatMap((module) => (module.status === 'open' ? module.practice : [])),
    )
    .find((candidate) => candidate.id === id);
  return (item as { key: string }).key;
};

test('a practice has twelve items over the concepts, shows no key, and starting it again finds the same one', async () => {
  const id = newId();
  const first = await startPractice(t, 'student', {}, id);
  const again = await startPractice(t, 'student', {}, id);
  expect(first.items).toHaveLength(12);
  expect(again).toEqual(first);
  expect(JSON.stringify(first)).not.toMatch(/"key"|"reason"|"misconception"|"fraction":[01]/);
});

test("another's attempt is not found, and its id cannot be taken", async () => {
  const attempt = await startPractice(t, 'student');
  for (const who of ['classmate', 'awayStudent']) {
    expect((await t.as(who)({ url: `/api/attempts/${attempt.id}` })).statusCode).toBe(404);
    expect((await t.as(who)({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` })).statusCode).toBe(
      404,
    );
  }
  const taken = await t.as('classmate')({
    method: 'PUT',
    url: `/api/attempts/${attempt.id}`,
    payload: { kind: 'practice', courseId: 'physiology', contentId: 'membrane-potential', language: 'es' },
  });
  expect(taken.statusCode).toBe(404);
});

test('an attempt goes on where it stopped: answers, their scores, exposures and the device sequence come back', async () => {
  const attempt = await startPractice(t, 'classmate');
  const [first, second] = attempt.items;
  await send(t, 'classmate', [
    responseTo(attempt, first!, { answer: keyOf(first!.id), deviceSequence: 1 }),
    responseTo(attempt, second!, {
      answer: second!.options.find((option) => option.id !== keyOf(second!.id))!.id,
      deviceSequence: 2,
    }),
  ]);
  const back = (await t.as('classmate')({ url: `/api/attempts/${attempt.id}` })).json();
  expect(back.responses.map((response: { fraction: number }) => response.fraction)).toEqual([1, 0]);
  expect(back.lastDeviceSequence).toBe(2);
  const next = await startPractice(t, 'classmate', { items: [first!.id] });
  expect(next.exposures).toEqual({ [first!.id]: 1 });
});

test('a case is attempted through its decisions', async () => {
  const attempt = await startPractice(t, 'student', { kind: 'case', contentId: 'case-missed-dialysis' });
  expect(attempt.items.length).toBeGreaterThanOrEqual(3);
});

test('a sitting assigns forms in balance, and the closing gives each learner the other form', async () => {
  const opening = await openSitting(t, 'opening');
  const openingForms = [];
  for (const who of ['student', 'classmate'])
    openingForms.push((await startSitting(t, who, opening)).contentId);
  const closing = await openSitting(t, 'closing');
  for (const [index, who] of ['student', 'classmate'].entries()) {
    const attempt = await startSitting(t, who, closing);
    expect(attempt.contentId).not.toBe(openingForms[index]);
    expect(attempt.items).toHaveLength(20);
  }
});

test('a sitting shows stems only while its attempt is open, and never a key', async () => {
  const sittingId = await openSitting(t, 'closing');
  const attempt = await startSitting(t, 'student', sittingId);
  expect(JSON.stringify(attempt)).not.toMatch(/"key"|"reason"|"misconception"/);
  const finished = (
    await t.as('student')({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` })
  ).json();
  expect(finished.items).toEqual([]);
  expect((await t.as('student')({ url: `/api/attempts/${attempt.id}` })).json().items).toEqual([]);
  expect((await startSitting(t, 'student', sittingId)).items).toEqual([]);
});

test('two devices that start a sitting at once get one attempt', async () => {
  const sittingId = await openSitting(t, 'closing');
  const both = await Promise.all([
    startSitting(t, 'student', sittingId),
    startSitting(t, 'student', sittingId),
  ]);
  expect(both[0].id).toBe(both[1].id);
});

test('who is not of the cohort does not find its sitting, and nobody starts one that is not open', async () => {
  const sittingId = await openSitting(t, 'closing', {
    opensAt: new Date(t.clock.now.getTime() + 3_600_000).toISOString(),
  });
  const start = (who: string) =>
    t.as(who)({ method: 'POST', url: `/api/sittings/${sittingId}/start`, payload: { language: 'es' } });
  expect((await start('outsider')).statusCode).toBe(404);
  expect((await start('awayStudent')).statusCode).toBe(404);
  expect((await start('student')).json()).toMatchObject({ status: 409, code: 'sitting_not_open' });
});

test('receipts list every answer with its times and say which one counts', async () => {
  const sittingId = await openSitting(t, 'closing');
  const attempt = await startSitting(t, 'classmate', sittingId);
  const item = attempt.items[0]!;
  const answers = [1, 2].map((deviceSequence) =>
    responseTo(attempt, item, { deviceSequence, answer: item.options[deviceSequence]!.id }),
  );
  await send(t, 'classmate', answers);
  const { receipts } = (await t.as('classmate')({ url: `/api/attempts/${attempt.id}/receipts` })).json();
  expect(receipts.map(({ id, counted }: { id: string; counted: boolean }) => [id, counted])).toEqual([
    [answers[0]!.id, false],
    [answers[1]!.id, true],
  ]);
});

test('own results: the opening ends in a map by objective without a mark, the closing waits for its release', async () => {
  const results = async () => (await t.as('outsider')({ url: '/api/results?language=es' })).json();
  expect((await results()).sittings).toEqual([]);
  const opening = await t.as('staff')({
    method: 'POST',
    url: `/api/cohorts/${t.home.otherCohortId}/sittings`,
    payload: {
      courseId: 'physiology',
      wave: 'opening',
      opensAt: new Date(t.clock.now.getTime() - 1000).toISOString(),
      closesAt: new Date(t.clock.now.getTime() + 3_600_000).toISOString(),
      durationMinutes: null,
    },
  });
  const attempt = await startSitting(t, 'outsider', opening.json().id);
  await t.as('outsider')({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` });
  const [result] = (await results()).sittings;
  expect(result).toMatchObject({ wave: 'opening', right: null, grade: null, items: 20 });
  expect(
    result.objectives.reduce((sum: number, objective: { items: number }) => sum + objective.items, 0),
  ).toBe(20);
  expect(result.objectives.every((objective: { right: number }) => objective.right === 0)).toBe(true);
});

test('today leads from the opening sitting to the first lesson', async () => {
  const today = async () => (await t.as('student')({ url: '/api/today?language=es' })).json();
  expect((await today()).next.kind).toBe('sitting');
  expect((await today()).module.concepts).toHaveLength(8);
});

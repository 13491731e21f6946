import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attempt, TakenModule } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { responseTo, send } from '../attempts/testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

/** Some answer of the right shape to a question of whatever kind. */
const someAnswer = (id: string) => {
  const item = t.app.catalogue.items.get(id)!;
  if (item.kind === 'numeric') return '0';
  if (item.kind === 'challenge') return 'potassium=4&calcium=1.2&leak=0.01';
  const ids = item.options.map((option) => option.id);
  return item.kind === 'ordering' ? ids : item.kind === 'multiple-response' ? [ids[0]!] : ids[0]!;
};

const url = '/api/courses/physiology/modules/membrane-potential/take-along';
const take = async (who: string): Promise<TakenModule> =>
  (await t.as(who)({ method: 'POST', url, payload: { language: 'es' } })).json();
const read = async (who: string, id: string): Promise<Attempt> =>
  (await t.as(who)({ url: `/api/attempts/${id}` })).json();

test('a phone takes along every question of the module and its case; asking again begins nothing twice', async () => {
  const taken = await take('student');
  const practice = await read('student', taken.practiceId);
  const module = t.app.catalogue.getModule('physiology', 'membrane-potential');
  const checks = module.lessons.flatMap((lesson) => lesson.checks);
  expect(practice.items.map(({ id }) => id).sort()).toEqual(
    module.practice
      .map(({ id }) => id)
      .filter((id) => !checks.includes(id))
      .sort(),
  );
  expect((await read('student', taken.caseId!)).contentId).toBe(module.case!.id);
  expect(taken).toMatchObject({ reviewId: null, moduleIds: ['membrane-potential'] });
  expect(await take('student')).toEqual(taken);
});

test('what is answered weeks later without signal counts once, and on the day it was given', async () => {
  const taken = await take('classmate');
  const practice = await read('classmate', taken.practiceId);
  const began = t.clock.now.getTime();
  const answeredAt = new Date(began + 10 * 24 * 3_600_000);
  t.clock.now = new Date(began + 20 * 24 * 3_600_000);
  const answers = practice.items.map((item, index) =>
    responseTo(practice, item, {
      deviceSequence: index + 1,
      wallTime: answeredAt.toISOString(),
      elapsedMs: null,
      origin: 'offline',
      answer: someAnswer(item.id),
    }),
  );
  const first = await send(t, 'classmate', answers);
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['recorded']));
  const again = await send(t, 'classmate', answers);
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set(['already_recorded']));
  const { responses } = await read('classmate', practice.id);
  expect(responses).toHaveLength(practice.items.length);
  expect(new Set(responses.map((response) => response.answeredAt))).toEqual(
    new Set([answeredAt.toISOString()]),
  );
  // All answered: the next time there is a fresh run, and by now something to review.
  const next = await take('classmate');
  expect(next.practiceId).not.toBe(taken.practiceId);
  expect(next.caseId).toBe(taken.caseId);
  expect((await read('classmate', next.reviewId!)).kind).toBe('review');
});

test('a question that is withdrawn later breaks no attempt under way', async () => {
  const taken = await take('outsider');
  const before = await read('outsider', taken.practiceId);
  const [first, second] = before.items;
  const { items } = t.app.catalogue;
  const withdrawn = items.get(first!.id)!;
  items.delete(first!.id);
  try {
    const after = await read('outsider', taken.practiceId);
    expect(after.items.map(({ id }) => id)).toEqual(before.items.slice(1).map(({ id }) => id));
    const receipts = await send(t, 'outsider', [
      responseTo(before, first!, { deviceSequence: 1 }),
      responseTo(before, second!, { deviceSequence: 2, answer: someAnswer(second!.id) }),
    ]);
    expect(receipts).toMatchObject([{ status: 'set_aside', reason: 'item_unknown' }, { status: 'recorded' }]);
  } finally {
    items.set(first!.id, withdrawn);
  }
});

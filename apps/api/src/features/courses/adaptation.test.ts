import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticePackage } from '@puente/content/practice';
import type { Attempt, CourseMap, Review, Today } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { responseTo, send, startPractice } from '../attempts/testing.ts';

/** From answers through the API to what is asked and offered next: the whole way, for three students. */
let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const dayMs = 24 * 3_600_000;
const read = async <T>(who: string, url: string): Promise<T> => (await t.as(who)({ url })).json();
const itemOf = (id: string) => {
  const item = t.app.catalogue.items.get(id)!;
  if (item.kind !== 'single-best-answer') throw new Error(`${id} has no one key`);
  return item;
};
const conceptOf = (id: string) => t.app.catalogue.items.get(id)!.concepts[0]!;
const asked = (attempt: Attempt, concept: string) =>
  attempt.items.map(({ id }) => id).filter((id) => conceptOf(id) === concept);

/** Answers exactly these items in a practice of their own. */
const answer = async (who: string, items: string[], right: boolean, level: 1 | 4) => {
  const attempt = await startPractice(t, who, { items });
  const receipts = await send(
    t,
    who,
    attempt.items.map((item, index) =>
      responseTo(attempt, item, {
        answer: right ? itemOf(item.id).key : item.options.find(({ id }) => id !== itemOf(item.id).key)!.id,
        confidenceLevel: level,
        confidence: level === 4 ? 0.97 : 0.5,
        deviceSequence: index + 1,
      }),
    ),
  );
  expect(receipts.every(({ status }) => status === 'recorded')).toBe(true);
  await t.as(who)({ method: 'POST', url: `/api/attempts/${attempt.id}/finish` });
};

const concept = 'resting-potential';
const check = 'phys-mp-check-rest-2';

test('right and sure is asked harder questions of the concept, wrong is asked easier ones', async () => {
  for (const _ of [1, 2, 3]) await answer('student', [check], true, 4);
  for (const _ of [1, 2, 3]) await answer('classmate', [check], false, 1);
  const first = async (who: string) =>
    asked(await startPractice(t, who, { concept }), concept).map((id) => itemOf(id).level)[0];
  expect(await first('student')).toBe('analyse');
  expect(await first('classmate')).toBe('apply');
});

test('once all of a concept was right, less of it is asked than of what was wrong', async () => {
  const own = ['phys-mp-rest-1', 'phys-mp-rest-2', 'phys-mp-rest-3'];
  const others = t.app.catalogue
    .getModule('physiology', 'membrane-potential')
    .practice.filter((item) => item.kind === 'single-best-answer' && item.concepts[0] !== concept)
    .map(({ id }) => id);
  await answer('student', own, true, 4);
  await answer('student', others.slice(0, 25), true, 1);
  await answer('classmate', own, false, 1);
  await answer('classmate', others.slice(0, 25), true, 1);
  const share = async (who: string) => asked(await startPractice(t, who), concept).length;
  expect(await share('classmate')).toBeGreaterThan(await share('student'));
  const { modules } = await read<CourseMap>('student', '/api/courses/physiology?language=es');
  const known = modules[0]!.concepts.find(({ id }) => id === concept)!;
  expect(known).toMatchObject({ state: 'gold', spent: true });
});

test('who misses a concept is led to what it rests on, with its second explanation of another kind', async () => {
  const weak = ['potassium-and-rest', 'threshold-and-inactivation'];
  const missed = t.app.catalogue
    .getModule('physiology', 'membrane-potential')
    .practice.filter((item) => item.kind === 'single-best-answer' && weak.includes(item.concepts[0]!))
    .map(({ id }) => id);
  await answer('outsider', missed, false, 1);
  const { modules } = await read<CourseMap>('outsider', '/api/courses/physiology?language=es');
  const { path } = modules[0]!;
  expect(path.kind).toBe('reinforcement');
  const order = path.first.map(({ id }) => id);
  for (const id of weak) {
    for (const before of t.app.catalogue.concepts.get(id)!.prerequisites) {
      expect(order.indexOf(before), `${before} before ${id}`).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(before)).toBeLessThan(order.indexOf(id));
    }
  }
  const offered = await read<PracticePackage>(
    'outsider',
    '/api/courses/physiology/modules/membrane-potential/package?language=es',
  );
  const { explanations } = offered.concepts.find(({ id }) => id === order[0])!;
  expect(explanations!.length).toBeGreaterThanOrEqual(2);
  expect(explanations!.at(-1)!.kind).not.toBe(explanations![0]!.kind);
});

test('what was sure and wrong returns within seven days, as another question of its concept', async () => {
  const misled = 'phys-mp-gradient-1';
  await answer('outsider', [misled], false, 4);
  const { espejismos } = await read<Today>('outsider', '/api/today?language=es');
  expect(espejismos.map(({ conceptId }) => conceptId)).toEqual([conceptOf(misled)]);
  // At once, where a practice is begun …
  const practice = await startPractice(t, 'outsider');
  expect(conceptOf(practice.items[0]!.id)).toBe(conceptOf(misled));
  expect(practice.items[0]!.id).not.toBe(misled);
  // … and by itself in the review of some day of the week that follows.
  const began = t.clock.now.getTime();
  let day = 0;
  let due: Review['due'] = [];
  while (!due.some(({ why }) => why === 'espejismo') && day < 7) {
    t.clock.now = new Date(began + ++day * dayMs);
    ({ due } = await read<Review>('outsider', '/api/review?language=es'));
  }
  expect(due[0]).toMatchObject({ conceptId: conceptOf(misled), why: 'espejismo' });
  const review = await startPractice(t, 'outsider', { kind: 'review', contentId: 'physiology' });
  const [first] = asked(review, conceptOf(misled));
  expect(review.items[0]!.id).toBe(first);
  expect(first).not.toBe(misled);
});

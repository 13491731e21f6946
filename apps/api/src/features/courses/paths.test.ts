import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attempt, CourseMap, Today } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { responseTo, send, startPractice } from '../attempts/testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const moduleOf = async (who: string) => {
  const course: CourseMap = (await t.as(who)({ url: '/api/courses/physiology?language=es' })).json();
  return course.modules.find(({ id }) => id === 'membrane-potential')!;
};
const keyOf = (id: string): string | undefined => {
  const item = t.app.catalogue.items.get(id)!;
  return 'key' in item && typeof item.key === 'string' ? item.key : undefined;
};
const conceptOf = (id: string) => t.app.catalogue.items.get(id)!.concepts[0]!;
const answerAll = async (who: string, attempt: Attempt, right: boolean, level: number) =>
  send(
    t,
    who,
    attempt.items
      .filter(({ id }) => keyOf(id))
      .map((item, index) =>
        responseTo(attempt, item, {
          answer: right ? keyOf(item.id)! : item.options.find(({ id }) => id !== keyOf(item.id))!.id,
          confidenceLevel: level,
          confidence: [item.guess, 0.5, 0.7, 0.85, 0.97][level]!,
          deviceSequence: index + 1,
        }),
      ),
  );

test('nobody is told a level from nothing', async () => {
  expect((await moduleOf('student')).path).toEqual({ kind: 'unknown', level: null, bias: null, first: [] });
});

test('who misses is led to what the concept rests on; the other way stays open', async () => {
  await answerAll('outsider', await startPractice(t, 'outsider', { size: 30 }), false, 1);
  const { path, concepts } = await moduleOf('outsider');
  expect(path).toMatchObject({ kind: 'reinforcement', bias: 0.5 });
  expect(path.level).toBeLessThan(0.55);
  const order = path.first.map(({ id }) => id);
  for (const id of order) {
    for (const before of t.app.catalogue.concepts.get(id)!.prerequisites) {
      if (order.includes(before)) expect(order.indexOf(before)).toBeLessThan(order.indexOf(id));
    }
  }
  expect(order.length).toBeGreaterThan(concepts.length / 2);
  const testOut = await startPractice(t, 'outsider', { testOut: true });
  expect(testOut.items.map(({ id }) => conceptOf(id))).toEqual(concepts.map(({ id }) => id));
});

test('who knows the module, and knows that they know, goes on to its case; nothing is left to ask', async () => {
  const today = async (): Promise<Today> =>
    (await t.as('classmate')({ url: '/api/today?language=es' })).json();
  expect((await today()).next.kind).toBe('lesson');
  for (const _ of [1, 2]) {
    const practice = await startPractice(t, 'classmate', { size: 30 });
    await answerAll('classmate', practice, true, 4);
    await t.as('classmate')({ method: 'POST', url: `/api/attempts/${practice.id}/finish` });
  }
  const { path, concepts, lessons } = await moduleOf('classmate');
  expect(path).toMatchObject({ kind: 'enrichment', first: [] });
  expect(path.bias).toBeCloseTo(-0.03, 9);
  expect(concepts.some(({ spent }) => spent)).toBe(true);
  expect(lessons.every(({ finished }) => finished)).toBe(false);
  expect((await today()).next).toMatchObject({ kind: 'case', moduleId: 'membrane-potential' });
});

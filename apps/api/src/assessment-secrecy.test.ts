import type { Content } from '@puente/content/server';
import { institutions } from '@puente/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSitting, responseTo, send, startPractice, startSitting } from './features/attempts/testing.ts';
import { foldAll } from './features/insights/fold-loop.ts';
import { listOperations } from './operations.testing.ts';
import { createTestApp, type TestApp } from './testing.ts';

/** Planted in every reason of every assessment item: wherever it turns up, a key has leaked. */
const canary = 'CANARY-ASSESSMENT-REASON';

const withCanaries = (content: Content): Content => ({
  ...content,
  courses: content.courses.map((course) => ({
    ...course,
    assessment: {
      ...course.assessment,
      items: course.assessment.items.map((item) =>
        !('options' in item)
          ? item
          : ({
              ...item,
              options: item.options.map((option) => ({
                ...option,
                reason: { es: canary, en: canary },
                misconception: canary,
              })),
            } as typeof item),
      ),
    },
  })),
});

let t: TestApp;
let attemptIds: string[];
let stems: string[];
beforeAll(async () => {
  t = await createTestApp(withCanaries);
  await t.database.db.asGlobal((db) => db.update(institutions).set({ demonstration: true }));
  stems = t.content.courses.flatMap((course) =>
    course.assessment.items.flatMap((item) => [item.stem.es, item.stem.en]),
  );
  attemptIds = [(await startPractice(t, 'student')).id];
  for (const wave of ['opening', 'closing', 'selection']) {
    const attempt = await startSitting(t, 'student', await openSitting(t, wave));
    await send(
      t,
      'student',
      attempt.items.map((item, index) => responseTo(attempt, item, { deviceSequence: index + 1 })),
    );
    attemptIds.push(attempt.id);
  }
  await foldAll(t.database.db, t.app.catalogue);
});
afterAll(() => t.close());

const addresses = async (): Promise<string[]> => {
  const gets = (await listOperations(t.app)).filter(({ method }) => method === 'GET').map(({ path }) => path);
  return gets.flatMap((path) => {
    const filled = path
      .replace('{cohortId}', t.home.cohortId)
      .replace('{courseId}', 'physiology')
      .replace('{moduleId}', 'membrane-potential');
    const each = filled.includes('{attemptId}')
      ? attemptIds.map((id) => filled.replace('{attemptId}', id))
      : [filled];
    return each.flatMap((address) =>
      ['es', 'en'].map((language) => `${address}?language=${language}&course=physiology`),
    );
  });
};

test.each(['student', 'classmate', 'faculty', 'staff', 'admin'])(
  'nothing that %s can read holds the reason of an assessment item',
  async (who) => {
    let read = 0;
    for (const address of await addresses()) {
      const answer = await t.as(who)({ url: address });
      if (answer.statusCode === 200) read++;
      expect(answer.body.includes(canary), `${who} GET ${address}`).toBe(false);
    }
    expect(read).toBeGreaterThan(3);
  },
);

test('assessment stems leave only inside an open attempt of one’s own', async () => {
  const leaks = async (who: string) => {
    const found: string[] = [];
    for (const address of await addresses()) {
      const { body } = await t.as(who)({ url: address });
      if (stems.some((stem) => stem !== '' && body.includes(JSON.stringify(stem).slice(1, -1))))
        found.push(address.split('?')[0]!);
    }
    return [...new Set(found)];
  };
  const own = await leaks('student');
  expect(own.length).toBeGreaterThan(0);
  expect(own.every((address) => attemptIds.some((id) => address === `/api/attempts/${id}`))).toBe(true);
  for (const who of ['classmate', 'faculty', 'staff', 'admin']) expect(await leaks(who)).toEqual([]);
});

test('no answer to a learner ties an assessment item to its key', async () => {
  const keys = new Map(
    t.content.courses.flatMap((course) => course.assessment.items.map((item) => [item.id, item] as const)),
  );
  const search = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((part, index) => search(part, `${path}[${index}]`));
    else if (value !== null && typeof value === 'object') {
      const record = value as Record<string, unknown>;
      const named = [record.id, record.itemId].find((id) => typeof id === 'string' && keys.has(id));
      if (named !== undefined) {
        for (const forbidden of ['key', 'right', 'correct', 'reason', 'fraction', 'misconception']) {
          expect(record[forbidden] ?? null, `${path}.${forbidden}`).toBeNull();
        }
      }
      for (const [name, part] of Object.entries(record)) search(part, `${path}.${name}`);
    }
  };
  for (const address of await addresses()) {
    const answer = await t.as('student')({ url: address });
    if (answer.headers['content-type']?.startsWith('application/json')) search(answer.json(), address);
  }
});

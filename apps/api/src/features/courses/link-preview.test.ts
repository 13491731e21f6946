import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const ask = (path: string) => t.app.inject({ url: `/api/public/courses/${path}` });

test('a link says the title of its lesson or module, and its patient’s headline, in the language asked', async () => {
  const module = 'physiology/modules/membrane-potential';
  expect((await ask(`${module}?language=es&lessonId=resting-membrane`)).json()).toEqual({
    title: t.content.courses
      .find(({ id }) => id === 'physiology')!
      .modules.flatMap((one) => (one.status === 'open' ? one.lessons : []))
      .find(({ id }) => id === 'resting-membrane')!.title.es,
    headline: 'Rosa faltó a su diálisis',
  });
  expect((await ask(`${module}?language=en`)).json()).toEqual({
    title: 'Membrane potential',
    headline: 'Rosa missed her dialysis',
  });
});

test.each([
  'physiology/modules/none?language=es',
  'genetics/modules/membrane-potential?language=es',
  'physiology/modules/membrane-potential?language=es&lessonId=none',
])('%s is nowhere', async (path) => {
  expect((await ask(path)).statusCode).toBe(404);
});

import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Interruptions } from './interruptions.ts';

const started = Date.parse('2026-11-21T10:00:00Z');

/** A server that keeps what it is sent, or does not answer. */
const server = () => {
  const got: { id: string; kind: string; from: string; to: string }[] = [];
  const post = async (_path: string, _account: string, _around: unknown, body?: unknown) => {
    if (!post.answers) throw new TypeError('Failed to fetch');
    got.push(...(body as { interruptions: typeof got }).interruptions);
    return { answer: new Response('{}') } as never;
  };
  post.answers = true;
  return { got, post };
};

let phones = 0;
const sitting = () => {
  const name = `interruptions-${++phones}`;
  const clock = { now: started };
  return { clock, page: () => new Interruptions('rosa', { id: 'attempt' }, () => clock.now, name) };
};

test('leaving the page and coming back is one interruption, sent once', async () => {
  const { clock, page } = sitting();
  const { got, post } = server();
  const here = page();
  await here.note('focus_lost', true);
  await here.note('focus_lost', true);
  await here.send(post);
  expect(got).toEqual([]);
  clock.now += 30_000;
  await here.note('focus_lost', false);
  await here.send(post);
  await here.send(post);
  expect(got).toMatchObject([
    { kind: 'focus_lost', from: '2026-11-21T10:00:00.000Z', to: '2026-11-21T10:00:30.000Z' },
  ]);
});

test('what a page that is gone had begun is told by the next, and kept until the server has it', async () => {
  const { clock, page } = sitting();
  const { got, post } = server();
  await page().note('offline', true);
  clock.now += 60_000;
  const next = page();
  post.answers = false;
  await next.send(post);
  post.answers = true;
  await next.send(post);
  expect(got).toMatchObject([{ kind: 'offline', to: '2026-11-21T10:01:00.000Z' }]);
});

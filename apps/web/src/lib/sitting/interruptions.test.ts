import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Outbox, type Surroundings } from '../recording/outbox.ts';
import type { Interruption } from '../recording/tell-interruptions.ts';
import { Interruptions } from './interruptions.ts';

const started = Date.parse('2026-11-21T10:00:00Z');

let phones = 0;
/** A phone with its locks and one storage, a server that may not answer, and the pages of a sitting there. */
const phone = () => {
  const name = `interruptions-${++phones}`;
  const got: (Interruption & { attemptId: string })[] = [];
  const world = { now: started, signal: true };
  let held: { name: string }[] = [];
  const requestOf = (holder: string[]) =>
    (async (lock: string, ...given: unknown[]) => {
      const work = given.at(-1) as () => Promise<unknown>;
      const entry = { name: lock };
      held.push(entry);
      holder.push(lock);
      return work().finally(() => (held = held.filter((other) => other !== entry)));
    }) as LockManager['request'];
  const around = (holder: string[]): Partial<Surroundings> => ({
    name,
    channel: () => undefined,
    older: undefined,
    later: () => () => undefined,
    now: () => world.now,
    interrupted: async (account, attemptId, interruptions) => {
      expect(account).toBe('rosa');
      if (world.signal) got.push(...interruptions.map((one) => ({ ...one, attemptId })));
      return world.signal;
    },
    locks: { request: requestOf(holder), query: async () => ({ held }) },
  });
  return {
    got,
    world,
    /** Today, or the service worker: no sitting is in sight there. */
    elsewhere: () => new Outbox('rosa', around([])),
    sitting: () => {
      const holder: string[] = [];
      const outbox = new Outbox('rosa', around(holder));
      const request = requestOf(holder);
      return {
        outbox,
        page: new Interruptions(outbox, 'attempt', () => world.now, { request }),
        /** The browser frees what a page held that is gone. */
        die: () => (held = held.filter((lock) => !holder.includes(lock.name))),
      };
    },
  };
};

test('leaving the page and coming back is one interruption, sent once', async () => {
  const { got, world, sitting } = phone();
  const { page, outbox } = sitting();
  await page.note('focus_lost', true);
  await page.note('focus_lost', true);
  await outbox.flush();
  expect(got).toEqual([]);
  world.now += 30_000;
  await page.note('focus_lost', false);
  await outbox.flush();
  expect(got).toMatchObject([
    {
      attemptId: 'attempt',
      kind: 'focus_lost',
      from: '2026-11-21T10:00:00.000Z',
      to: '2026-11-21T10:00:30.000Z',
    },
  ]);
});

test('what a page that is gone had begun is told from wherever answers are sent, and kept until the server has it', async () => {
  const { got, world, sitting, elsewhere } = phone();
  const { page, die } = sitting();
  world.signal = false;
  await page.note('offline', true);
  die();
  world.now += 60_000;
  const today = elsewhere();
  await today.flush();
  expect([got, today.why]).toEqual([[], 'no-signal']);
  world.signal = true;
  await today.flush();
  await elsewhere().flush();
  expect([today.why, got.length]).toEqual([undefined, 1]);
  expect(got).toMatchObject([{ kind: 'offline', to: '2026-11-21T10:01:00.000Z' }]);
});

test('what goes on in a page that is open is left to it, whoever sends meanwhile', async () => {
  const { got, world, sitting, elsewhere } = phone();
  const { page } = sitting();
  await page.note('focus_lost', true);
  world.now += 5_000;
  await elsewhere().flush();
  expect(got).toEqual([]);
  world.now += 5_000;
  await page.note('focus_lost', false);
  expect(got).toMatchObject([{ to: '2026-11-21T10:00:10.000Z' }]);
});

test('a page that is left within the app ends nothing by itself: the next sender does', async () => {
  const { got, world, sitting, elsewhere } = phone();
  const { page } = sitting();
  await page.note('offline', true);
  page.leave();
  world.now += 20_000;
  await elsewhere().flush();
  expect(got).toMatchObject([{ kind: 'offline', to: '2026-11-21T10:00:20.000Z' }]);
});

test('another person who uses the phone tells nothing of it', async () => {
  const { got, world, sitting } = phone();
  const { page, outbox, die } = sitting();
  await page.note('offline', true);
  die();
  world.now += 60_000;
  const other = new Outbox('inés', {
    name: `interruptions-${phones}`,
    channel: () => undefined,
    older: undefined,
    interrupted: async () => {
      throw new Error('Not theirs to tell');
    },
    locks: undefined,
  });
  await other.flush();
  expect([got, other.why]).toEqual([[], undefined]);
  await outbox.flush();
  expect(got.length).toBe(1);
});

test('more than one sending takes are all told, and each once', async () => {
  const { got, world, sitting, elsewhere } = phone();
  const { page, die } = sitting();
  world.signal = false;
  for (let left = 0; left < 203; left++) {
    await page.note('focus_lost', true);
    world.now += 1_000;
    await page.note('focus_lost', false);
  }
  die();
  world.signal = true;
  await elsewhere().flush();
  expect([got.length, new Set(got.map(({ id }) => id)).size]).toEqual([203, 203]);
});

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Receipt, ResponseInput } from '@puente/schemas';
import { Outbox, type Surroundings } from './outbox.ts';
import type { Sent } from './send.ts';

const attempt = { id: 'attempt', lastDeviceSequence: 0 };
const make = (id: string) => (deviceSequence: number) =>
  ({ schemaVersion: 1, id, attemptId: 'attempt', deviceSequence }) as ResponseInput;
const heard = {
  serverNow: '2026-11-21T23:40:00Z',
  sent: { wallMs: 0, monotonicMs: 0 },
  received: { wallMs: 0, monotonicMs: 0 },
};
const received = (responses: readonly ResponseInput[], over: Partial<Receipt> = {}): Sent => ({
  ok: true,
  heard,
  receipts: responses.map(({ id }) => ({ id, status: 'recorded', receivedAt: heard.serverNow, ...over })),
});

let phones = 0;
/** One phone: its tabs share a name, and one of them sends at a time. */
const phone = () => {
  const name = `phone-${++phones}`;
  const parcels: string[][] = [];
  const later: (() => void)[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const world = {
    signal: true,
    answer: (responses: readonly ResponseInput[]): Sent => received(responses),
    older: undefined as Storage | undefined,
  };
  const around = (): Partial<Surroundings> => ({
    name,
    channel: () => undefined,
    older: world.older,
    random: () => 1,
    finish: async () => world.signal,
    send: async (_account, responses) => {
      if (!world.signal) return { ok: false, why: 'no-signal' };
      const sent = world.answer(responses);
      if (sent.ok) parcels.push(responses.map(({ id }) => id));
      return sent;
    },
    later: (work) => {
      later.push(work);
      return () => undefined;
    },
    locks: {
      request: (async (_name: string, _options: unknown, work: () => Promise<unknown>) => {
        const mine = turn.then(work);
        turn = mine.catch(() => undefined);
        return mine;
      }) as LockManager['request'],
      query: async () => ({}),
    },
  });
  return { world, parcels, later, tab: (account = 'rosa') => new Outbox(account, around()) };
};
const states = async (outbox: Outbox) =>
  (await outbox.list()).map(({ id, state, reason }) => [id, state, ...(reason ? [reason] : [])].join(' '));

let here: ReturnType<typeof phone>;
beforeEach(() => {
  here = phone();
});

test('an answer is on the device before it is sent, and out of the queue once it has its receipt', async () => {
  here.world.signal = false;
  const tab = here.tab();
  const kept = await tab.record(attempt, make('a'));
  expect(kept.response.deviceSequence).toBe(1);
  await tab.flush();
  expect(tab.why).toBe('no-signal');
  // Another page, after a reload, finds it and sends it.
  const reloaded = here.tab();
  expect(await states(reloaded)).toEqual(['a waiting']);
  here.world.signal = true;
  await reloaded.flush();
  expect(await states(reloaded)).toEqual(['a recorded']);
  expect(await reloaded.waiting()).toEqual([]);
  expect(here.parcels).toEqual([['a']]);
});

test('two tabs never give one number twice, and one of them sends', async () => {
  const [one, other] = [here.tab(), here.tab()];
  const kept = await Promise.all([
    one.record(attempt, make('a')),
    other.record(attempt, make('b')),
    one.record(attempt, make('c')),
  ]);
  expect(kept.map(({ response }) => response.deviceSequence).sort()).toEqual([1, 2, 3]);
  await Promise.all([one.flush(), other.flush()]);
  expect(here.parcels.flat().sort()).toEqual(['a', 'b', 'c']);
});

test('a new phone counts on from what the server has', async () => {
  const kept = await here.tab().record({ id: 'attempt', lastDeviceSequence: 7 }, make('a'));
  expect(kept.response.deviceSequence).toBe(8);
});

test('nobody else who uses the phone sees, counts or sends it', async () => {
  here.world.signal = false;
  const rosa = here.tab('rosa');
  await rosa.record(attempt, make('a'));
  await rosa.flush();
  here.world.signal = true;
  const other = here.tab('inés');
  await other.flush();
  expect([await other.list(), await other.waiting(), here.parcels]).toEqual([[], [], []]);
  expect(await states(here.tab('rosa'))).toEqual(['a waiting']);
});

test('a refused answer stays with its reason, one set aside is shown and gone from the queue', async () => {
  const tab = here.tab();
  here.world.answer = (responses) => received(responses, { status: 'refused', reason: 'id_reused' });
  await tab.record(attempt, make('a'));
  await tab.flush();
  here.world.answer = (responses) => received(responses, { status: 'set_aside', reason: 'late' });
  await tab.record(attempt, make('b'));
  await tab.flush();
  expect(await states(here.tab())).toEqual(['a refused id_reused', 'b set_aside late']);
  expect(await tab.waiting()).toEqual([]);
});

test('each failure is tried again later, and empties nothing', async () => {
  const tab = here.tab();
  for (const why of ['signed-out', 'busy', 'no-signal'] as const) {
    here.world.answer = () => ({ ok: false, why });
    if (why === 'signed-out') await tab.record(attempt, make('a'));
    await tab.flush();
    expect([tab.why, await states(tab)]).toEqual([why, ['a waiting']]);
  }
  here.world.answer = (responses) => received(responses);
  here.later.at(-1)!();
  await tab.flush();
  expect(await states(tab)).toEqual(['a recorded']);
});

test('one answer that spoils the parcel does not hold up the others', async () => {
  here.world.signal = false;
  const tab = here.tab();
  for (const id of ['a', 'b', 'spoilt', 'c', 'd']) await tab.record(attempt, make(id));
  await tab.flush();
  here.world.signal = true;
  here.world.answer = (responses) =>
    responses.some(({ id }) => id === 'spoilt') ? { ok: false, why: 'unreadable' } : received(responses);
  await tab.flush();
  expect(await states(tab)).toEqual([
    'a recorded',
    'b recorded',
    'spoilt waiting',
    'c recorded',
    'd recorded',
  ]);
});

test('an answer given while others are on their way goes too', async () => {
  const tab = here.tab();
  let second: Promise<unknown> | undefined;
  here.world.answer = (responses) => {
    second ??= tab.record(attempt, make('b'));
    return received(responses);
  };
  await tab.record(attempt, make('a'));
  await tab.flush();
  await second;
  await tab.flush();
  expect(await states(tab)).toEqual(['a recorded', 'b recorded']);
});

test('what the browser throws away under an open page is put back', async () => {
  here.world.signal = false;
  const tab = here.tab();
  await tab.record(attempt, make('a'));
  await tab.flush();
  await new Promise((done) => {
    indexedDB.deleteDatabase(`phone-${phones}`).onsuccess = done;
  });
  await expect.poll(() => states(here.tab())).toEqual(['a waiting']);
});

test('a newer build that adds to the tables leaves an attempt under way where it is', async () => {
  here.world.signal = false;
  const tab = here.tab();
  await tab.record(attempt, make('a'));
  await new Promise((done) => {
    const newer = indexedDB.open(`phone-${phones}`, 2);
    newer.onupgradeneeded = () => newer.result.createObjectStore('more');
    newer.onsuccess = () => done(newer.result.close());
  });
  await tab.record(attempt, make('b'));
  expect([tab.kept, await states(here.tab())]).toEqual([true, ['a waiting', 'b waiting']]);
});

test('the end of an attempt is told once all its answers are there', async () => {
  here.world.signal = false;
  const tab = here.tab();
  await tab.record(attempt, make('a'));
  await tab.finish('attempt');
  expect(await here.tab().isFinishing('attempt')).toBe(true);
  here.world.signal = true;
  await tab.flush();
  expect(await tab.isFinishing('attempt')).toBe(false);
});

test('the offset of the clock outlives the page', async () => {
  await here.tab().measured(-340);
  expect(await here.tab().clockOffset()).toBe(-340);
});

const storage = (entries: Record<string, string>): Storage => {
  const map = new Map(Object.entries(entries));
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  };
};

test('what an older build kept moves over once, another person’s and what cannot be read stay', async () => {
  here.world.signal = false;
  const older = storage({
    'puente:unsent:rosa:attempt:a': JSON.stringify({ response: make('a')(4) }),
    'puente:unsent:rosa:attempt:b': JSON.stringify({ response: make('b')(5), refusal: 'id_reused' }),
    'puente:unsent:rosa:attempt:x': 'not json',
    'puente:sequence:rosa:attempt': '5',
    'puente:unsent:inés:attempt:c': JSON.stringify({ response: make('c')(1) }),
  });
  here.world.older = older;
  const tab = here.tab();
  expect(await states(tab)).toEqual(['a waiting', 'b refused id_reused']);
  expect(Array.from({ length: older.length }, (_, index) => older.key(index))).toEqual([
    'puente:unsent:rosa:attempt:x',
    'puente:unsent:inés:attempt:c',
  ]);
  expect((await tab.record(attempt, make('d'))).response.deviceSequence).toBe(6);
});

let realOpen: typeof indexedDB.open | undefined;
afterEach(() => {
  if (realOpen) indexedDB.open = realOpen;
  realOpen = undefined;
});

test('where the device keeps nothing the page says so, holds the answer itself and sends it', async () => {
  realOpen = indexedDB.open;
  indexedDB.open = () => {
    throw new DOMException('closed', 'InvalidStateError');
  };
  here.world.signal = false;
  const tab = here.tab();
  await tab.record(attempt, make('a'));
  await tab.record(attempt, make('b'));
  await tab.flush();
  expect(tab.kept).toBe(false);
  expect((await tab.list()).map(({ response }) => response.deviceSequence)).toEqual([1, 2]);
  here.world.signal = true;
  await tab.flush();
  expect([tab.kept, await tab.waiting(), here.parcels]).toEqual([true, [], [['a', 'b']]]);
});

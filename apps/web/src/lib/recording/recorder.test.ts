import { expect, test } from 'vitest';
import type { Attempt } from '@puente/schemas';
import type { KeptAnswer } from './outbox-store.ts';
import type { Outbox } from './outbox.ts';
import { Recorder } from './recorder.svelte.ts';

const attempt = {
  id: 'attempt',
  startedAt: '2026-11-21T23:40:00Z',
  serverNow: '2026-11-21T23:40:00Z',
  lastDeviceSequence: 0,
} as Attempt;
const kept = (id: string) => ({ id, state: 'recorded', response: { id, deviceSequence: 1 } }) as KeptAnswer;

/** A device that answers when it is told to. */
const slowDevice = () => {
  const looks: ((found: KeptAnswer[]) => void)[] = [];
  const outbox = {
    kept: true,
    sending: new Set<string>(),
    onchange: () => () => undefined,
    flush: async () => undefined,
    clockOffset: async () => 0,
    measured: async () => undefined,
    list: () => new Promise<KeptAnswer[]>((done) => looks.push(done)),
  };
  return { looks, outbox: outbox as unknown as Outbox };
};
const soon = () => new Promise((done) => setTimeout(done));

test('what this device keeps counts as read only once it is, though somebody looked again meanwhile', async () => {
  const { looks, outbox } = slowDevice();
  const recorder = new Recorder(attempt, { heard: undefined, appVersion: '1', outbox });
  let loaded = false;
  void recorder.loaded.then(() => (loaded = true));
  await soon();
  void recorder.flush();
  await soon();
  expect(looks.length).toBe(2);
  looks[0]!([]);
  await soon();
  expect(loaded).toBe(false);
  expect(recorder.received).toBe(false);
  looks[1]!([kept('a')]);
  await soon();
  expect(loaded).toBe(true);
  expect(recorder.answers.map(({ response }) => response.id)).toEqual(['a']);
});

test('an older look that ends late overwrites nothing', async () => {
  const { looks, outbox } = slowDevice();
  const recorder = new Recorder(attempt, { heard: undefined, appVersion: '1', outbox });
  await soon();
  void recorder.flush();
  await soon();
  looks[1]!([kept('a')]);
  looks[0]!([]);
  await recorder.loaded;
  expect(recorder.answers.map(({ response }) => response.id)).toEqual(['a']);
});

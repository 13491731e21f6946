import { expect, test } from 'vitest';
import { askAfterEachLoss } from './ask-to-send-later.ts';
import type { UnsentWhy } from './send.ts';

/** An outbox that says what became of its last sending, and a browser that counts how often it was asked. */
const page = () => {
  let listener: (event: object) => void = () => undefined;
  const outbox = {
    why: undefined as UnsentWhy | undefined,
    onchange: (listen: (event: object) => void) => {
      listener = listen;
      return () => undefined;
    },
  };
  const here = {
    asked: 0,
    worker: true,
    becomes: async (why: UnsentWhy | undefined) => {
      outbox.why = why;
      listener({});
      await Promise.resolve();
    },
    goes: askAfterEachLoss(outbox, async () => {
      if (!here.worker) throw new Error('No worker yet');
      here.asked++;
    }),
  };
  return here;
};

test('each loss of signal is asked for once: lost, back, lost again is twice', async () => {
  const here = page();
  await here.becomes('no-signal');
  await here.becomes('no-signal');
  expect(here.asked).toBe(1);
  await here.becomes(undefined);
  await here.becomes('busy');
  expect(here.asked).toBe(2);
});

test('an asking that did not work is not taken for one', async () => {
  const here = page();
  here.worker = false;
  await here.becomes('no-signal');
  here.worker = true;
  await here.becomes('no-signal');
  expect(here.asked).toBe(1);
});

test('a page that goes with something unsent asks again: the browser may have tried and given up meanwhile', async () => {
  const here = page();
  here.goes();
  expect(here.asked).toBe(0);
  await here.becomes('no-signal');
  here.goes();
  expect(here.asked).toBe(2);
});

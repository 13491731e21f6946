import { beforeEach, expect, test } from 'vitest';
import type { ResponseInput } from '@puente/schemas';
import { unsentIn } from './unsent.ts';

const memory = (capacity = Infinity): Storage => {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (entries.size >= capacity && !entries.has(key)) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
};
const response = (id: string, deviceSequence: number) =>
  ({ schemaVersion: 1, id, attemptId: 'attempt', deviceSequence }) as ResponseInput;

let storage: Storage;
beforeEach(() => {
  storage = memory();
});

test('what a page kept is found again after a reload, in the order it was answered', () => {
  const before = unsentIn(storage, 'rosa', 'attempt');
  before.keep({ response: response('b', 2) });
  before.keep({ response: response('a', 1) });
  const after = unsentIn(storage, 'rosa', 'attempt');
  expect(after.list().map(({ response: { id } }) => id)).toEqual(['a', 'b']);
  after.drop('a');
  expect(before.list().map(({ response: { id } }) => id)).toEqual(['b']);
});

test('nobody else who uses the phone sees it, nor another attempt', () => {
  unsentIn(storage, 'rosa', 'attempt').keep({ response: response('a', 1) });
  expect(unsentIn(storage, 'inés', 'attempt').list()).toEqual([]);
  expect(unsentIn(storage, 'rosa', 'other').list()).toEqual([]);
});

test('a refused answer keeps its reason', () => {
  const store = unsentIn(storage, 'rosa', 'attempt');
  store.keep({ response: response('a', 1) });
  store.keep({ response: response('a', 1), refusal: 'late' });
  expect(store.list()).toEqual([{ response: response('a', 1), refusal: 'late' }]);
});

test('two tabs never give the same number, and a new phone goes on from the server', () => {
  const one = unsentIn(storage, 'rosa', 'attempt');
  const other = unsentIn(storage, 'rosa', 'attempt');
  expect([one.nextSequence(0), other.nextSequence(0), one.nextSequence(1)]).toEqual([1, 2, 3]);
  expect(unsentIn(memory(), 'rosa', 'attempt').nextSequence(7)).toBe(8);
});

test('full storage says so and loses nothing that was kept; what cannot be read is passed over', () => {
  const full = memory(1);
  const store = unsentIn(full, 'rosa', 'attempt');
  expect(store.keep({ response: response('a', 1) })).toBe(true);
  expect(store.keep({ response: response('b', 2) })).toBe(false);
  expect(store.nextSequence(1)).toBe(2);
  expect(store.list()).toHaveLength(1);
  storage.setItem('puente:unsent:rosa:attempt:x', 'not json');
  storage.setItem('puente:unsent:rosa:attempt:y', '{"response":{"schemaVersion":9}}');
  expect(unsentIn(storage, 'rosa', 'attempt').list()).toEqual([]);
});

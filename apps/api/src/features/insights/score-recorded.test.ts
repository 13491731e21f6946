import { expect, test } from 'vitest';
import { scoringHash } from '@puente/content/server';
import { choiceOf, keyOfVersion, scoreRecorded, type Key } from './score-recorded.ts';

const single = (scoringHash: string, key: string, ...options: string[]): Key => ({
  scoringHash,
  item: { kind: 'single-best-answer', key, options: options.map((id) => ({ id })) },
});

test("today's key scores an answer whose option still exists, also where another version was shown", () => {
  const today = single('new', 'b', 'a', 'b', 'c');
  const shown = single('old', 'a', 'a', 'b', 'c');
  expect(scoreRecorded('a', today, shown)).toEqual({ scoringHash: 'new', fraction: 0 });
  expect(scoreRecorded('b', today, shown)).toEqual({ scoringHash: 'new', fraction: 1 });
});

test('an option that is gone is scored by the version that was shown', () => {
  const shown = single('old', 'gone', 'gone', 'b');
  expect(scoreRecorded('gone', single('new', 'b', 'b', 'c'), shown)).toEqual({
    scoringHash: 'old',
    fraction: 1,
  });
  expect(scoreRecorded('gone', undefined, shown)).toEqual({ scoringHash: 'old', fraction: 1 });
});

test('an answer that no version can read has no score', () => {
  expect(scoreRecorded('x', single('new', 'b', 'b'), undefined)).toBeUndefined();
  expect(scoreRecorded('x', undefined, undefined)).toBeUndefined();
});

test('a set of options is one choice in whatever order it was given; an ordering is its order', () => {
  expect(choiceOf(['b', 'a'], { kind: 'multiple-response' })).toBe('a b');
  expect(choiceOf(['b', 'a'], { kind: 'ordering' })).toBe('b a');
  expect(choiceOf('a', undefined)).toBe('a');
});

test('a stored version scores only where it holds the key that its hash is of', () => {
  const item = { kind: 'single-best-answer', key: 'a', options: [{ id: 'a' }, { id: 'b' }] };
  const hash = scoringHash(item as never);
  expect(keyOfVersion(JSON.stringify(item), hash)).toMatchObject({ scoringHash: hash, item: { key: 'a' } });
  expect(keyOfVersion(JSON.stringify({ ...item, key: 'b' }), hash)).toBeUndefined();
  expect(
    keyOfVersion(JSON.stringify({ kind: 'single-best-answer', options: item.options }), hash),
  ).toBeUndefined();
  expect(keyOfVersion('{}', hash)).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Attempt } from '@puente/schemas';
import {
  isSame,
  nextPlace,
  openPlaces,
  phaseOf,
  placeRanges,
  standingAnswers,
  type AnswerHere,
} from './run.ts';

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const onServer = (itemId: string, answer: string, deviceSequence: number, confidenceLevel = 2) =>
  ({ itemId, answer, confidenceLevel, deviceSequence }) as Attempt['responses'][number];
const here = (
  itemId: string,
  answer: string,
  deviceSequence: number,
  state: AnswerHere['state'] = 'waiting',
): AnswerHere => ({ response: { itemId, answer, confidenceLevel: 3, deviceSequence, lease: 2 }, state });
const answered = (...ids: string[]) => new Map(ids.map((id) => [id, true]));

test('a changed answer stands in place of the first, on whichever side it lies', () => {
  const standing = standingAnswers(
    [onServer('a', 'x', 1), onServer('b', 'x', 4)],
    [here('a', 'y', 2), here('b', 'y', 3)],
    2,
  );
  expect(standing.get('a')).toEqual({ option: 'y', confidence: 3, received: false });
  expect(standing.get('b')).toEqual({ option: 'x', confidence: 2, received: true });
});

test('an answer with its receipt is received; one on its way is not yet', () => {
  const standing = standingAnswers([], [here('a', 'x', 1, 'recorded'), here('b', 'x', 2, 'sending')], 2);
  expect([standing.get('a')?.received, standing.get('b')?.received]).toEqual([true, false]);
});

test('a refused answer stands for nothing, and the one before it still counts', () => {
  const standing = standingAnswers(
    [onServer('a', 'x', 1)],
    [here('a', 'y', 2, 'refused'), here('b', 'y', 3, 'refused')],
    2,
  );
  expect(standing.get('a')?.option).toBe('x');
  expect(standing.has('b')).toBe(false);
});

test('what was set aside stands for nothing, unless its time is only disputed', () => {
  const late = { ...here('a', 'x', 1, 'set_aside'), reason: 'late' };
  const disputed = { ...here('b', 'x', 2, 'set_aside'), reason: 'time_disputed' };
  expect([...standingAnswers([], [late, disputed], 2).keys()]).toEqual(['b']);
});

test('what was given here before another device took over comes before what that one gave', () => {
  const before = here('a', 'x', 9);
  expect(standingAnswers([onServer('a', 'y', 3)], [before], 3).get('a')?.option).toBe('y');
});

test('what comes next is the next open question, then those passed over, then nothing', () => {
  expect(nextPlace(items, answered())).toBe(0);
  expect(nextPlace(items, answered('a', 'b'), 1)).toBe(2);
  expect(nextPlace(items, answered('b', 'c'), 0)).toBe(3);
  expect(nextPlace(items, answered('b', 'd'), 3)).toBe(0);
  expect(nextPlace(items, answered('a', 'b', 'c', 'd'), 3)).toBeUndefined();
  expect(openPlaces(items, answered('a', 'c'))).toEqual([1, 3]);
});

test('many places are said in few words', () => {
  expect(placeRanges([])).toEqual([]);
  expect(placeRanges([3])).toEqual(['3']);
  expect(placeRanges([1, 2, 4, 6, 7, 8, 20])).toEqual(['1', '2', '4', '6–8', '20']);
});

test('the same option with the same confidence is no new answer', () => {
  const standing = { option: 'x', confidence: 2 } as const;
  expect(isSame({ option: 'x', confidence: 2 }, standing)).toBe(true);
  expect(isSame({ option: 'x', confidence: 3 }, standing)).toBe(false);
  expect(isSame({ option: 'x', confidence: 2 }, undefined)).toBe(false);
});

test('an attempt runs up to its last moment, and a person may end it before', () => {
  const closesAt = '2026-11-21T10:20:00Z';
  const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);
  const held = true;
  expect(phaseOf({ finishedAt: null, closesAt, held }, at('10:20:00'))).toBe('running');
  expect(phaseOf({ finishedAt: null, closesAt, held: false }, at('10:20:00'))).toBe('elsewhere');
  expect(phaseOf({ finishedAt: null, closesAt, held }, at('10:20:01'))).toBe('over');
  expect(phaseOf({ finishedAt: null, closesAt: null, held }, at('23:59:00'))).toBe('running');
  expect(phaseOf({ finishedAt: '2026-11-21T10:10:00Z', closesAt, held }, at('10:30:00'))).toBe('finished');
});

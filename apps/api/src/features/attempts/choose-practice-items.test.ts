import { expect, test } from 'vitest';
import { choosePracticeItems } from './choose-practice-items.ts';

const items = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => ({ id, concepts: [id[0]!] }));
const concepts = ['a', 'b'];
const met = (itemId: string, fraction: number, confidenceLevel: number, minute: number) => ({
  itemId,
  concepts: [itemId[0]!],
  fraction,
  confidenceLevel,
  answeredAt: new Date(minute * 60_000),
});

test('a first practice interleaves the concepts in the order of the bridge', () => {
  expect(choosePracticeItems({ items, concepts, misfit: () => 0, history: [], size: 4 })).toEqual([
    'a1',
    'b1',
    'a2',
    'b2',
  ]);
});

test('an espejismo comes back first, as another item of its concept', () => {
  const chosen = choosePracticeItems({
    items,
    concepts,
    misfit: () => 0,
    history: [met('b1', 0, 4, 1)],
    size: 3,
  });
  expect(chosen[0]).toBe('b2');
  expect(chosen.slice(0, 2)).toEqual(['b2', 'b3']);
});

test('what was wrong comes before what was right, and the oldest first', () => {
  const history = [
    met('a1', 1, 2, 1),
    met('a2', 0, 1, 2),
    met('a3', 1, 2, 3),
    met('b1', 1, 2, 4),
    met('b2', 1, 2, 5),
    met('b3', 1, 2, 6),
  ];
  expect(choosePracticeItems({ items, concepts, misfit: () => 0, history, size: 2 })).toEqual(['a2', 'a1']);
});

test('a concept that is asked for comes first', () => {
  expect(choosePracticeItems({ items, concepts, misfit: () => 0, history: [], size: 3, first: 'b' })).toEqual(
    ['b1', 'b2', 'b3'],
  );
});

test('of the items of a concept never met, the one whose difficulty suits the learner comes first', () => {
  const misfit = (id: string) => (id === 'a2' || id === 'b3' ? 0.05 : 0.2);
  const chosen = choosePracticeItems({ items, concepts, misfit, history: [met('a1', 1, 2, 1)], size: 2 });
  expect(chosen).toEqual(['a2', 'b3']);
});

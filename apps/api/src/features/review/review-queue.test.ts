import { expect, test } from 'vitest';
import { interleave, reviewQueue } from './review-queue.ts';

const items = [
  { id: 'k1', courseId: 'c', concepts: ['k'] },
  { id: 'k2', courseId: 'c', concepts: ['k', 'm'] },
  { id: 'k3', courseId: 'c', concepts: ['k'] },
  { id: 'm1', courseId: 'c', concepts: ['m'] },
];
const on = (day: string, itemId: string, fraction: number, confidenceLevel = 2) => ({
  itemId,
  concepts: items.find(({ id }) => id === itemId)!.concepts,
  fraction,
  confidenceLevel,
  answeredAt: new Date(`${day}T15:00:00Z`),
});
const today = '2026-03-16';
const queue = (history: ReturnType<typeof on>[], misfit = (_: string) => 0) =>
  reviewQueue({ items, history, today, misfit });
const asked = (history: ReturnType<typeof on>[]) =>
  queue(history).due.map(({ itemId, why, on }) => `${itemId} ${why} ${on}`);

test.each([
  ['nothing answered: nothing is due', [], []],
  ['answered today: nothing is due today', [on(today, 'k1', 0)], []],
  ['a concept comes as an item not met before', [on('2026-03-15', 'k1', 1)], ['k2 concept 2026-03-16']],
  ['a missed item comes itself', [on('2026-03-15', 'k1', 0)], ['k1 missed 2026-03-16']],
  [
    'each missed item of a concept comes',
    [on('2026-03-14', 'k1', 0), on('2026-03-15', 'k3', 0)],
    ['k1 missed 2026-03-15', 'k3 missed 2026-03-16'],
  ],
  [
    'once right it is no longer missed; the concept goes on',
    [on('2026-03-13', 'k1', 0), on('2026-03-15', 'k1', 1)],
    ['k2 concept 2026-03-16'],
  ],
  [
    'an espejismo comes as another item of the concept',
    [on('2026-03-15', 'k1', 0, 4)],
    ['k2 espejismo 2026-03-16'],
  ],
  [
    'the only item of a concept comes back itself',
    [on('2026-03-15', 'm1', 0, 3)],
    ['m1 espejismo 2026-03-16'],
  ],
  [
    'an espejismo comes first, then what was missed, then concepts',
    [on('2026-03-10', 'm1', 1), on('2026-03-15', 'k1', 0, 4)],
    ['k2 espejismo 2026-03-16', 'm1 concept 2026-03-11'],
  ],
])('%s', (_, history, expected) => {
  expect(asked(history)).toEqual(expected);
});

test('all items met: the one met longest ago', () => {
  const history = [on('2026-03-12', 'k2', 1), on('2026-03-12', 'k3', 1), on('2026-03-13', 'k1', 1)];
  const later = { items, history, today: '2026-04-30', misfit: () => 0 };
  expect(reviewQueue(later).due.find(({ conceptId }) => conceptId === 'k')?.itemId).toBe('k2');
});

test('of items never met the one that suits the learner comes', () => {
  const { due } = queue([on('2026-03-15', 'k1', 1)], (id) => (id === 'k3' ? 0.1 : 0.4));
  expect(due[0]!.itemId).toBe('k3');
});

test('what is not due yet is announced with its day', () => {
  expect(queue([on(today, 'k1', 1)]).coming).toEqual([{ conceptId: 'k', on: '2026-03-17' }]);
});

test('the same answers make the same queue, and it takes nothing else', () => {
  const history = [on('2026-03-10', 'm1', 1), on('2026-03-15', 'k1', 0, 4)];
  expect(queue(history)).toEqual(queue(structuredClone(history)));
});

test('neighbours are of different concepts where another follows', () => {
  const of = (...concepts: string[]) => concepts.map((conceptId) => ({ conceptId }));
  expect(interleave(of('a', 'a', 'b', 'b', 'c'))).toEqual(of('a', 'b', 'a', 'b', 'c'));
  expect(interleave(of('a', 'a'))).toEqual(of('a', 'a'));
});

import { expect, test } from 'vitest';
import { conceptState, findWaitingEspejismo } from './concept-state.ts';

const answered = (itemId: string, fraction: number, confidenceLevel: number) => ({
  itemId,
  fraction,
  confidenceLevel,
  answeredAt: new Date(0),
});

test.each([
  ['nothing answered', [], 'missing'],
  ['the latest is right', [answered('a', 1, 2)], 'laid'],
  ['wrong but unsure', [answered('a', 1, 2), answered('b', 0, 2)], 'missing'],
  ['sure and wrong', [answered('a', 1, 4), answered('b', 0, 3)], 'tilted'],
  ['sure and wrong, then the same item right', [answered('b', 0, 4), answered('b', 1, 4)], 'tilted'],
  ['sure and wrong, then another item right', [answered('b', 0, 4), answered('a', 1, 2)], 'laid'],
  ['partial credit while sure is an espejismo', [answered('b', 0.5, 4)], 'tilted'],
  [
    'three different items right in a row',
    [answered('a', 1, 2), answered('b', 1, 2), answered('c', 1, 3)],
    'gold',
  ],
  [
    'three times the same item right',
    [answered('a', 1, 2), answered('a', 1, 2), answered('a', 1, 3)],
    'laid',
  ],
] as const)('%s', (_, entries, state) => {
  expect(conceptState(entries)).toBe(state);
});

test('the espejismo that waits is the latest one', () => {
  const entries = [answered('a', 0, 4), answered('b', 0, 3)];
  expect(findWaitingEspejismo(entries)).toBe(entries[1]);
});

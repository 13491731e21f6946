import { expect, test } from 'vitest';
import { countedResponse } from './counted-response.ts';

const answer = (id: string, deviceSequence: number, receivedMinute: number, lease = 1) => ({
  id,
  lease,
  deviceSequence,
  receivedAt: new Date(receivedMinute * 60_000),
});

test.each([
  ['practice', 'the first by device sequence', [answer('b', 2, 1), answer('a', 1, 9)], 'a'],
  ['case', 'the first by device sequence', [answer('a', 1, 9), answer('b', 2, 1)], 'a'],
  ['practice', 'of one sequence number the first received', [answer('b', 1, 2), answer('a', 1, 1)], 'a'],
  [
    'practice',
    'of one sequence number and minute the lowest id',
    [answer('b', 1, 1), answer('a', 1, 1)],
    'a',
  ],
  ['practice', 'the first, whatever the lease', [answer('b', 3, 1, 2), answer('a', 1, 1, 1)], 'a'],
  ['sitting', 'the last by device sequence', [answer('b', 2, 1), answer('a', 1, 9)], 'b'],
  ['sitting', 'the last by device sequence', [answer('a', 1, 9), answer('b', 2, 1)], 'b'],
  ['sitting', 'a later lease before a higher sequence', [answer('a', 9, 9, 1), answer('b', 1, 1, 2)], 'b'],
  ['sitting', 'of one sequence number the last received', [answer('b', 1, 2), answer('a', 1, 1)], 'b'],
  [
    'sitting',
    'of one sequence number and minute the highest id',
    [answer('a', 1, 1), answer('b', 1, 1)],
    'b',
  ],
] as const)('in a %s counts %s', (kind, _, responses, id) => {
  expect(countedResponse(kind, responses)?.id).toBe(id);
});

test('of no responses none counts', () => {
  expect(countedResponse('practice', [])).toBeUndefined();
});

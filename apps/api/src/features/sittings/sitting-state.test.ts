import { expect, test } from 'vitest';
import { sittingStateAt } from './sitting-state.ts';

const at = (minute: number) => new Date(minute * 60_000);
const sitting = { opensAt: at(10), closesAt: at(20), closedAt: null, releasedAt: null };

test.each([
  ['before it opens', sitting, 9, 'prepared'],
  ['from the moment it opens', sitting, 10, 'open'],
  ['up to the moment it closes', sitting, 20, 'open'],
  ['after its window', sitting, 21, 'closed'],
  ['closed by hand inside its window', { ...sitting, closedAt: at(15) }, 16, 'closed'],
  ['released', { ...sitting, closedAt: at(15), releasedAt: at(30) }, 31, 'released'],
] as const)('%s', (_, times, minute, state) => {
  expect(sittingStateAt(times, at(minute))).toBe(state);
});

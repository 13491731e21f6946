import { expect, test } from 'vitest';
import { recordGapsOf, type RecordFacts } from './record-gaps.ts';

const now = new Date();
const whole: RecordFacts = {
  room: 'B-201',
  proctors: 2,
  startedAt: now,
  endedAt: now,
  attestedAt: now,
  seatless: 0,
  unidentified: 0,
  deviceless: 0,
  undecided: 0,
};

test('a whole record lacks nothing', () => {
  expect(recordGapsOf(whole)).toEqual([]);
});

test.each([
  [{ proctors: 0 }, 'proctors'],
  [{ room: null }, 'room'],
  [{ startedAt: null }, 'start'],
  [{ endedAt: null }, 'end'],
  [{ seatless: 1 }, 'seats'],
  [{ unidentified: 1 }, 'identities'],
  [{ deviceless: 1 }, 'devices'],
  [{ undecided: 1 }, 'disputed_times'],
  [{ attestedAt: null }, 'attestation'],
])('with %o it lacks %s', (change, gap) => {
  expect(recordGapsOf({ ...whole, ...change })).toEqual([gap]);
});

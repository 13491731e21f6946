import { expect, test } from 'vitest';
import type { ResponseInput } from '@puente/schemas';
import { findTimeFault, type AttemptFacts } from './admit-response.ts';

const minute = 60_000;
const at = (minutes: number) => new Date(Date.parse('2026-03-16T15:00:00Z') + minutes * minute);
const attempt: AttemptFacts = {
  id: 'a',
  items: [],
  lease: 1,
  takenOverAt: [],
  startedAt: at(0),
  closesAt: at(20),
  finishedAt: null,
  lateHours: 24,
};
const day = 24 * 60;

interface Clocks {
  /** Minutes after the start by the monotonic clock; null after a reload. */
  elapsed?: number | null;
  /** Minutes after the start by the device's wall clock. */
  wall?: number;
  offset?: number | null;
  lease?: number;
}

const response = ({ elapsed = null, wall = elapsed ?? 0, offset = 0, lease = 1 }: Clocks) =>
  ({
    lease,
    deviceSequence: 1,
    elapsedMs: elapsed === null ? null : elapsed * minute,
    wallTime: at(wall).toISOString(),
    clockOffsetMs: offset === null ? null : offset * minute,
  }) as ResponseInput;

const taken = { ...attempt, lease: 2, takenOverAt: [at(10).getTime()] };
const untimed = { ...attempt, closesAt: null };

test.each<[string, Clocks, number, AttemptFacts, string | undefined]>([
  ['given and received in time', { elapsed: 10 }, 10.1, attempt, undefined],
  ['given at the end', { elapsed: 20 }, 20, attempt, undefined],
  ['given 30 s after the end', { elapsed: 20.5 }, 20.5, attempt, undefined],
  ['given 31 s after the end', { elapsed: 20 + 31 / 60 }, 21, attempt, 'late'],
  ['given in time, received the next morning', { elapsed: 19 }, 14 * 60, attempt, undefined],
  ['given in time, received at the last moment', { elapsed: 19 }, 20.5 + day, attempt, undefined],
  ['given in time, received after the hours allowed', { elapsed: 19 }, 20.6 + day, attempt, 'late'],
  [
    'given in time, received 40 s after, with no hours',
    { elapsed: 19 },
    20.67,
    { ...attempt, lateHours: 0 },
    'late',
  ],
  [
    'given in time, received 30 s after, with no hours',
    { elapsed: 19 },
    20.5,
    { ...attempt, lateHours: 0 },
    undefined,
  ],
  ['after a reload, in time by wall clock and offset', { wall: 79, offset: -60 }, day, attempt, undefined],
  ['after a reload, late by wall clock and offset', { wall: 81, offset: -60 }, day, attempt, 'late'],
  ['after a reload, without an offset', { wall: 10, offset: null }, 10, attempt, 'time_disputed'],
  ['without an offset', { elapsed: 10, offset: null }, 10, attempt, 'time_disputed'],
  ['clocks 60 s apart', { elapsed: 10, wall: 11 }, 11, attempt, undefined],
  ['clocks 61 s apart', { elapsed: 10, wall: 10 + 61 / 60 }, 12, attempt, 'time_disputed'],
  ['a wall clock 61 s behind', { elapsed: 10, wall: 10 - 61 / 60 }, 12, attempt, 'time_disputed'],
  ['a minute after it arrived', { elapsed: 11 }, 10, attempt, undefined],
  ['more than a minute after it arrived', { elapsed: 11.1 }, 10, attempt, 'time_disputed'],
  ['before the start', { wall: -1.1 }, 10, attempt, 'time_disputed'],
  [
    'received after all hours, whatever its clocks say',
    { wall: 10, offset: null },
    21 + day,
    attempt,
    'late',
  ],
  ['on the first device before the take-over', { elapsed: 9 }, 60, taken, undefined],
  ['on the first device at the take-over', { elapsed: 10 }, 60, taken, undefined],
  ['on the first device after the take-over', { elapsed: 10.1 }, 11, taken, 'lease_lost'],
  ['on the second device', { elapsed: 11, lease: 2 }, 11, taken, undefined],
  ['under a lease that nobody has had', { elapsed: 11, lease: 3 }, 11, taken, 'lease_lost'],
  ['before the student ended it', { elapsed: 9 }, 60, { ...attempt, finishedAt: at(10) }, undefined],
  ['30 s after the student ended it', { elapsed: 10.5 }, 60, { ...attempt, finishedAt: at(10) }, undefined],
  ['after the student ended it', { elapsed: 11 }, 60, { ...attempt, finishedAt: at(10) }, 'attempt_finished'],
  ['in practice, whatever the clocks', { elapsed: 5, wall: 50, offset: null }, 30, untimed, undefined],
  ['in practice after its end', { elapsed: 11 }, 60, { ...untimed, finishedAt: at(10) }, 'attempt_finished'],
])('%s', (_, clocks, received, facts, reason) => {
  expect(findTimeFault(response(clocks), facts, at(received), [])?.reason).toBe(reason);
});

test.each([
  ['an earlier answer that lies 61 s later', 0, 10 + 61 / 60, 'time_disputed'],
  ['an earlier answer that lies 60 s later', 0, 11, undefined],
  ['a later answer that lies 61 s earlier', 2, 10 - 61 / 60, 'time_disputed'],
  ['a later answer that lies later', 2, 15, undefined],
])('beside %s', (_, deviceSequence, answered, reason) => {
  const others = [{ lease: 1, deviceSequence, answeredAt: at(answered) }];
  expect(findTimeFault(response({ elapsed: 10 }), attempt, at(16), others)?.reason).toBe(reason);
  // Another device counts by itself.
  expect(
    findTimeFault(response({ elapsed: 10 }), attempt, at(16), [{ ...others[0]!, lease: 2 }]),
  ).toBeUndefined();
});

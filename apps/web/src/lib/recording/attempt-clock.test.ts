import { expect, test } from 'vitest';
import { AttemptClock } from './attempt-clock.ts';

const started = Date.parse('2026-11-21T23:40:00Z');
const attempt = {
  startedAt: new Date(started).toISOString(),
  serverNow: new Date(started + 5_000).toISOString(),
};
/** A phone whose clock is set ten minutes ahead. */
const ahead = 600_000;
const heard = { wallMs: started + 5_000 + ahead, monotonicMs: 1_000 };

test('elapsed time runs by the monotonic clock, whatever the phone shows', () => {
  const clock = new AttemptClock(attempt, heard);
  expect(clock.elapsedMs({ wallMs: 0, monotonicMs: 31_000 })).toBe(35_000);
  expect(clock.offsetMs).toBe(-ahead);
});

test('after a sleep, in which that clock stood still, the clock that people set stands in', () => {
  const clock = new AttemptClock(attempt, heard);
  const awake = { wallMs: heard.wallMs + 600_000, monotonicMs: heard.monotonicMs + 2_000 };
  expect(clock.elapsedMs(awake)).toBeNull();
  expect(clock.serverMs(awake)).toBe(started + 605_000);
});

test('a later answer of the server measures the offset anew, in the middle of the trip', () => {
  const clock = new AttemptClock(attempt, heard);
  const sent = { wallMs: started + 20_000, monotonicMs: 16_000 };
  const received = { wallMs: started + 22_000, monotonicMs: 18_000 };
  clock.hear(new Date(started + 21_000).toISOString(), sent, received);
  expect(clock.offsetMs).toBe(0);
  expect(clock.elapsedMs(received)).toBe(22_000);
});

test('a time that cannot be is not claimed', () => {
  const clock = new AttemptClock(attempt, heard);
  expect(clock.elapsedMs({ wallMs: 0, monotonicMs: -99_000 })).toBeNull();
  expect(clock.elapsedMs({ wallMs: 0, monotonicMs: 2e10 })).toBeNull();
});

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
  expect(clock.offsetMs(heard)).toBe(-ahead);
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
  expect(clock.offsetMs(received)).toBe(0);
  expect(clock.elapsedMs(received)).toBe(22_000);
});

test('a time that cannot be is not claimed', () => {
  const clock = new AttemptClock(attempt, heard);
  expect(clock.elapsedMs({ wallMs: 0, monotonicMs: -99_000 })).toBeNull();
  expect(clock.elapsedMs({ wallMs: 0, monotonicMs: 2e10 })).toBeNull();
});

test('a page that the phone kept goes by the clock people set and the offset last measured, until the server is heard', () => {
  const clock = new AttemptClock(attempt, { wallMs: 0, monotonicMs: 0 });
  const now = { wallMs: started + 90_000 + ahead, monotonicMs: 500 };
  clock.resume(-ahead, now);
  expect(clock.serverMs(now)).toBe(started + 90_000);
  expect(clock.elapsedMs(now)).toBeNull();
  expect(clock.offsetMs(now)).toBe(-ahead);
  clock.hear(new Date(started + 91_000).toISOString(), now, now);
  expect(clock.elapsedMs(now)).toBe(91_000);
});

test('an offset that was never measured is not claimed', () => {
  const clock = new AttemptClock(attempt, heard);
  clock.resume(null, heard);
  expect(clock.offsetMs(heard)).toBeNull();
  expect(clock.serverMs(heard)).toBe(heard.wallMs);
});

test('a clock that is set back in the middle moves neither the time nor the trust in it', () => {
  const clock = new AttemptClock(attempt, heard);
  const back = { wallMs: heard.wallMs - 3_600_000, monotonicMs: heard.monotonicMs + 10_000 };
  expect(clock.elapsedMs(back)).toBe(15_000);
  expect(back.wallMs + clock.offsetMs(back)!).toBe(started + 15_000);
});

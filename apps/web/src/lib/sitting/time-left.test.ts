import { expect, test } from 'vitest';
import { countdown, timeLeft, timeNotice } from './time-left.ts';

const minutes = (amount: number) => amount * 60_000;

test('the time left is counted on the server’s clock and never runs below nothing', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  expect(timeLeft('2026-11-21T10:20:00Z', now)).toBe(minutes(20));
  expect(timeLeft('2026-11-21T09:00:00Z', now)).toBe(0);
  expect(timeLeft(null, now)).toBeNull();
});

test.each([
  [null, undefined],
  [minutes(24 * 60), undefined],
  [minutes(24 * 60) - 1, '23 h 59 min'],
  [minutes(185), '3 h 05 min'],
  [minutes(60), '1 h 00 min'],
  [minutes(60) - 1, '60:00'],
  [minutes(20), '20:00'],
  [minutes(1) - 1, '1:00'],
  [9_001, '0:10'],
  [0, '0:00'],
])('%s ms read %s', (left, text) => {
  expect(countdown(left)?.replaceAll('\u00a0', ' ')).toBe(text);
});

test('it is said aloud at five minutes, at one, and at the end', () => {
  expect([minutes(6), minutes(5), minutes(1), 1, 0, null].map(timeNotice)).toEqual([
    undefined,
    'five',
    'one',
    'one',
    'over',
    undefined,
  ]);
});

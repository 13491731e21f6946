import { expect, test } from 'vitest';
import { date, dateTime, interval, megabytes, number, percent, signed, weekday } from './format.ts';

const instant = '2026-11-22T03:05:00Z';

test('a date is that of the institution, not of the server', () => {
  expect(date(instant, 'es', 'America/Lima')).toBe('21 nov 2026');
  expect(date(instant, 'en', 'Europe/Madrid')).toBe('22 Nov 2026');
});

test('hours are of the zone and count to 23', () => {
  expect(dateTime(instant, 'es', 'America/Lima')).toBe('21 nov 2026, 22:05');
  expect(dateTime('2026-11-22T05:00:00Z', 'es', 'America/Lima')).toBe('22 nov 2026, 00:00');
});

test('a weekday stands before its date', () => {
  expect(weekday('2026-11-24T15:00:00Z', 'es', 'America/Lima')).toBe('mar 24 nov');
});

test('numbers have a decimal point and a comma for thousands', () => {
  expect(number(12345.6, 1)).toBe('12,345.6');
  expect(number(-1234567)).toBe('−1,234,567');
  expect(number(-0.2)).toBe('0');
});

test('a change carries its sign, and zero has none', () => {
  expect([18, -3, 0, -0.4].map((value) => signed(value))).toEqual(['+18', '−3', '0', '0']);
});

test('a percentage is spaced in Spanish only', () => {
  expect(percent(0.234, 'es')).toBe('23\u00a0%');
  expect(percent(0.234, 'en', 1)).toBe('23.4%');
});

test('an interval stands in brackets', () => {
  expect(interval([14, 22.4])).toBe('[14, 22]');
});

test('a download never claims to cost nothing', () => {
  expect([0, 20_000, 1_130_000].map(megabytes)).toEqual(['0\u00a0MB', '<0.1\u00a0MB', '1.1\u00a0MB']);
});

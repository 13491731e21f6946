import { expect, test } from 'vitest';
import { instantOfLocal, localDay } from './local-time.ts';

test.each([
  ['Lima, five hours behind all year', '2026-11-24T10:00', 'America/Lima', '2026-11-24T15:00:00.000Z'],
  ['Lima, late in the evening', '2026-11-24T23:30', 'America/Lima', '2026-11-25T04:30:00.000Z'],
  ['Santiago in summer', '2026-01-10T08:00', 'America/Santiago', '2026-01-10T11:00:00.000Z'],
  ['Santiago in winter', '2026-07-10T08:00', 'America/Santiago', '2026-07-10T12:00:00.000Z'],
  ['seconds that some browsers add', '2026-11-24T10:00:00', 'America/Lima', '2026-11-24T15:00:00.000Z'],
])('reads the local time of %s', (_, local, zone, instant) => {
  expect(instantOfLocal(local, zone)).toBe(instant);
});

test('a time that the clocks skip falls after the gap', () => {
  // New York, 8 March 2026: 02:00 becomes 03:00.
  expect(instantOfLocal('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
});

test('a time that the clocks show twice is the first of the two', () => {
  // New York, 1 November 2026: 02:00 becomes 01:00 again.
  expect(instantOfLocal('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
});

test.each([
  '',
  'mañana',
  '2026-02-30T10:00',
  '2026-11-24T24:00',
  '2026-13-01T10:00',
  '2026-00-10T10:00',
  '2026-11-24',
])('refuses %j', (local) => {
  expect(instantOfLocal(local, 'America/Lima')).toBeUndefined();
});

test('the day is that of the zone, not of the server', () => {
  expect(localDay('2026-11-25T03:00:00Z', 'America/Lima')).toBe('2026-11-24');
  expect(localDay('2026-11-25T03:00:00Z', 'America/Lima', 120)).toBe('2027-03-24');
});

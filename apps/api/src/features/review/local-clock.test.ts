import { expect, test } from 'vitest';
import { addDays, dayOf, localClock } from './local-clock.ts';

test('an evening in Lima is still that day, though the next has begun in Greenwich', () => {
  const evening = new Date('2026-03-17T04:40:05Z');
  expect(localClock(evening, 'America/Lima').toISOString()).toBe('2026-03-16T23:40:05.000Z');
  expect(dayOf(localClock(evening, 'UTC'))).toBe('2026-03-17');
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
  expect(addDays('2026-01-03', -7)).toBe('2025-12-27');
});

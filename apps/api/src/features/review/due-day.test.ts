import { expect, test } from 'vitest';
import { dueDay, fsrsDue } from './due-day.ts';

const dayMs = 24 * 3_600_000;

test('FSRS-6 with its default parameters gives the published intervals', () => {
  // Source: measurement.md §6, the published run of ts-fsrs: Good × 6, Again × 2, Good × 5, each answered when due.
  const fractions = [1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1];
  const answers: { fraction: number; answeredAt: Date }[] = [];
  let at = new Date('2022-11-29T12:30:00Z');
  const intervals = fractions.map((fraction) => {
    answers.push({ fraction, answeredAt: at });
    const due = fsrsDue(answers);
    const days = Math.floor((due.getTime() - at.getTime()) / dayMs);
    at = due;
    return days;
  });
  expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

const on = (day: string, itemId: string, fraction: number, confidenceLevel = 2) => ({
  itemId,
  fraction,
  confidenceLevel,
  answeredAt: new Date(`${day}T20:00:00Z`),
});

test.each([
  ['right once: not on the same day', [on('2026-03-02', 'a', 1)], '2026-03-03'],
  ['wrong: not on the same day either', [on('2026-03-02', 'a', 0)], '2026-03-03'],
  [
    'long known, then missed: soon again',
    [on('2026-03-02', 'a', 1), on('2026-03-03', 'b', 1), on('2026-03-05', 'a', 1), on('2026-03-16', 'b', 0)],
    '2026-03-17',
  ],
])('%s', (_, answers, day) => {
  expect(dueDay(answers)).toBe(day);
});

test('each right answer on a later day puts it farther off', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-16'].map((day) => on(day, 'a', 1));
  const gaps = days.map((_, index) => {
    const answers = days.slice(0, index + 1);
    return Date.parse(dueDay(answers)) - Date.parse(answers.at(-1)!.answeredAt.toISOString().slice(0, 10));
  });
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(new Set(gaps).size).toBe(3);
});

const known = [
  on('2025-01-01', 'a', 1),
  on('2025-01-02', 'b', 1),
  on('2025-01-05', 'a', 1),
  on('2025-01-20', 'b', 1),
  on('2025-03-10', 'a', 1),
  on('2025-09-01', 'b', 1),
];

test('what was sure and wrong returns within seven days, however well the concept was known', () => {
  // The same question again: that one remembers it says little of the concept.
  const again = [on('2026-03-04', 'a', 1), on('2026-03-08', 'a', 1)];
  const sure = [...known, on('2026-03-02', 'a', 0, 4), ...again];
  const unsure = [...known, on('2026-03-02', 'a', 0, 2), ...again];
  expect(dueDay(unsure) > '2026-03-09').toBe(true);
  expect(dueDay(sure)).toBe('2026-03-09');
});

test('once another item was asked on a later day, FSRS alone decides', () => {
  const sure = [...known, on('2026-03-02', 'a', 0, 4)];
  const same = dueDay([...sure, on('2026-03-08', 'a', 1), on('2026-03-08', 'a', 1)]);
  expect(same).toBe('2026-03-09');
  const other = dueDay([...sure, on('2026-03-08', 'b', 1), on('2026-03-08', 'b', 1)]);
  expect(other > '2026-03-09').toBe(true);
});

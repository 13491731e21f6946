import { expect, test } from 'vitest';
import { calendarFile } from './calendar.ts';

const stamp = new Date('2026-11-22T10:41:00Z');

test('a day, a window of time and a daily reminder stand as calendars read them', () => {
  const file = calendarFile(
    [
      { id: 'exam-physiology', title: 'Examen de Fisiología', day: '2026-11-24', warnMinutes: 24 * 60 },
      {
        id: 'sitting-1',
        title: 'Evaluación final · Fisiología',
        from: '2026-11-24T15:00:00Z',
        to: '2026-11-24T16:30:00Z',
        address: 'https://puente.example/es/sittings/1',
      },
      { id: 'reminder', title: 'Puente: 10 minutos', localFrom: '2026-11-22T20:00', minutes: 10, days: 30 },
    ],
    stamp,
  );
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.split('\r\n').slice(0, -1)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Puente//ES',
    'BEGIN:VEVENT',
    'UID:exam-physiology@puente',
    'DTSTAMP:20261122T104100Z',
    'SUMMARY:Examen de Fisiología',
    'DTSTART;VALUE=DATE:20261124',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Examen de Fisiología',
    'TRIGGER:-PT1440M',
    'END:VALARM',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:sitting-1@puente',
    'DTSTAMP:20261122T104100Z',
    'SUMMARY:Evaluación final · Fisiología',
    'URL:https://puente.example/es/sittings/1',
    'DTSTART:20261124T150000Z',
    'DTEND:20261124T163000Z',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:reminder@puente',
    'DTSTAMP:20261122T104100Z',
    'SUMMARY:Puente: 10 minutos',
    'DTSTART:20261122T200000',
    'DURATION:PT10M',
    'RRULE:FREQ=DAILY;COUNT=30',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Puente: 10 minutos',
    'TRIGGER:PT0M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
});

test('signs that mean something to a calendar are escaped, and lines of 75 bytes at most break between letters', () => {
  const title = `Fisiología; básica, «ñ»\\${'ñ'.repeat(60)}`;
  const file = calendarFile([{ id: 'x', title, day: '2026-11-24' }], stamp);
  const bytes = (line: string) => new TextEncoder().encode(line).byteLength;
  expect(Math.max(...file.split('\r\n').map(bytes))).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:Fisiología\\; básica\\, «ñ»\\\\${'ñ'.repeat(60)}`);
});

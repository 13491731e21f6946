interface Named {
  /** Stays the same from one file to the next, so that a calendar replaces what it had. */
  id: string;
  title: string;
  address?: string;
  warnMinutes?: number;
}

/** A whole day; a window between instants; or a daily appointment by the phone's own clock. */
type CalendarEvent = Named &
  ({ day: string } | { from: string; to: string } | { localFrom: string; minutes: number; days: number });

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
const utc = (instant: string | Date) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** A line longer than 75 bytes goes on after a space, never in the middle of a letter. */
const folded = (line: string): string => {
  const encoder = new TextEncoder();
  const lines = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).byteLength;
    if (bytes + size > 75) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += letter;
    bytes += size;
  }
  return lines.join('\r\n');
};

const whenOf = (event: CalendarEvent): string[] => {
  if ('day' in event) return [`DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`];
  if ('from' in event) return [`DTSTART:${utc(event.from)}`, `DTEND:${utc(event.to)}`];
  return [
    `DTSTART:${event.localFrom.replace(/[-:]/g, '')}00`,
    `DURATION:PT${event.minutes}M`,
    `RRULE:FREQ=DAILY;COUNT=${event.days}`,
  ];
};

const alarmOf = (event: CalendarEvent): string[] => {
  const before = event.warnMinutes ?? ('localFrom' in event ? 0 : undefined);
  if (before === undefined) return [];
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    `TRIGGER:${before > 0 ? '-' : ''}PT${before}M`,
    'END:VALARM',
  ];
};

/** RFC 5545: what every phone's calendar opens. */
export const calendarFile = (events: readonly CalendarEvent[], now: Date): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Puente//ES',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@puente`,
      `DTSTAMP:${utc(now)}`,
      `SUMMARY:${escaped(event.title)}`,
      ...(event.address ? [`URL:${event.address}`] : []),
      ...whenOf(event),
      ...alarmOf(event),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock of that zone shows at an instant, as if it were UTC: days are then counted as people count them. */
export const localClock = (instant: Date, timeZone: string): Date => {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish writes a date and a time as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(timeZone, format);
  }
  return new Date(`${format.format(instant).replace(' ', 'T')}Z`);
};

const dayMs = 24 * 3_600_000;

/** 2026-03-16 */
export const dayOf = (clock: Date): string => clock.toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs));

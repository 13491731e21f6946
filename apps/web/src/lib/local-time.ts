const wall = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

const clockAt = (clock: Intl.DateTimeFormat, time: number) =>
  Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, Number(value)])) as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute',
    number
  >;

const asUtc = ({ year, month, day, hour, minute }: ReturnType<typeof clockAt>) =>
  Date.UTC(year, month - 1, day, hour, minute);

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00(?:\.0+)?)?$/;

/**
 * The instant at which the clocks of a zone show what a `datetime-local` control holds. A time that the clocks
 * skip becomes the same distance after the gap; one that they show twice is the first of the two. Undefined
 * where the text is no date.
 */
export const instantOfLocal = (local: string, zone: string): string | undefined => {
  const parts = pattern.exec(local)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year, month, day, hour, minute] = parts as [number, number, number, number, number];
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(wanted).toISOString().slice(0, 16) !== local.slice(0, 16)) return undefined;

  const clock = wall(zone);
  const offsetAt = (time: number) => asUtc(clockAt(clock, time)) - time;
  const aDay = 24 * 3600_000;
  const offsets = [offsetAt(wanted - aDay), offsetAt(wanted + aDay)];
  const candidates = offsets.map((offset) => wanted - offset);
  const shown = candidates.filter((time) => asUtc(clockAt(clock, time)) === wanted);
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...candidates)).toISOString();
};

/** The calendar day in a zone, some days later: `2026-11-21`. */
export const localDay = (instant: string | Date, zone: string, daysLater = 0): string => {
  const { year, month, day } = clockAt(wall(zone), new Date(instant).getTime());
  return new Date(Date.UTC(year, month - 1, day + daysLater)).toISOString().slice(0, 10);
};

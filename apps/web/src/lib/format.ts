import type { Lang } from './i18n.ts';

const months = {
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'set', 'oct', 'nov', 'dic'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const weekdays = {
  es: ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const weekdayOrder = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (timeZone: string) => {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
};

// Intl abbreviates Spanish months differently from one engine version to the next, and a page
// rendered on the server must read the same on the phone: only the arithmetic is Intl's.
const partsOf = (instant: string | Date, timeZone: string) => {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return {
    year: parts.get('year'),
    month: Number(parts.get('month')) - 1,
    day: Number(parts.get('day')),
    time: `${parts.get('hour')}:${parts.get('minute')}`,
    weekday: weekdayOrder.indexOf(parts.get('weekday') ?? 'Sun'),
  };
};

/** `21 nov 2026` */
export const date = (instant: string | Date, lang: Lang, timeZone: string): string => {
  const { year, month, day } = partsOf(instant, timeZone);
  return `${day} ${months[lang][month]} ${year}`;
};

/** `mar 24 nov` */
export const weekday = (instant: string | Date, lang: Lang, timeZone: string): string => {
  const parts = partsOf(instant, timeZone);
  return `${weekdays[lang][parts.weekday]} ${parts.day} ${months[lang][parts.month]}`;
};

/** `10:00`, of the given zone */
export const time = (instant: string | Date, timeZone: string): string => partsOf(instant, timeZone).time;

/** `21 nov 2026, 10:00` */
export const dateTime = (instant: string | Date, lang: Lang, timeZone: string): string =>
  `${date(instant, lang, timeZone)}, ${time(instant, timeZone)}`;

/** `10:00:27`, of the given zone: for receipts */
export const exactTime = (instant: string | Date, timeZone: string): string =>
  `${time(instant, timeZone)}:${String(new Date(instant).getUTCSeconds()).padStart(2, '0')}`;

/** `Lima`, of `America/Lima` */
export const zoneCity = (timeZone: string): string =>
  timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** `12,345.6`: es-PE and English agree on point and comma. */
export const number = (value: number, decimals = 0): string => {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
};

/** `+18`, `−3`, `0` */
export const signed = (value: number, decimals = 0): string => {
  const text = number(value, decimals);
  return text.startsWith('−') || !/[1-9]/.test(text) ? text : `+${text}`;
};

/** `± 2` */
export const plusMinus = (value: number, decimals = 0): string =>
  `±\u00a0${number(Math.abs(value), decimals)}`;

/** A share between 0 and 1: `23 %` in Spanish, `23%` in English */
export const percent = (share: number, lang: Lang, decimals = 0): string =>
  `${number(share * 100, decimals)}${lang === 'es' ? '\u00a0' : ''}%`;

/** `[14, 22]` */
export const interval = (bounds: readonly [number, number], decimals = 0): string =>
  `[${number(bounds[0], decimals)}, ${number(bounds[1], decimals)}]`;

/** `1.1 MB`, `0 MB`; what a download costs on a prepaid line */
export const megabytes = (bytes: number): string => {
  const amount = bytes / 1_000_000;
  return `${amount > 0 && amount < 0.05 ? '<0.1' : number(amount, amount === 0 ? 0 : 1)}\u00a0MB`;
};

/** `12 min` */
export const minutes = (amount: number): string => `${number(amount)}\u00a0min`;

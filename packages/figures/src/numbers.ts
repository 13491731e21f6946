import type { Dial } from '@puente/models/experiments/experiment';
import type { ControlWords, Lang, ReadingWords, Text } from './figure.ts';
import { frameWords } from './frame-words.ts';

/** A number as both languages write it here: a point, a comma for thousands, a true minus. */
export const number = (value: number, digits = 0): string => {
  const [whole = '', part] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const zero = Number(value.toFixed(digits)) === 0;
  return `${value < 0 && !zero ? '−' : ''}${grouped}${part ? `.${part}` : ''}`;
};

/** A number stays on the line of its unit. */
export const joined = (sentence: string): string => sentence.replace(/(\d) (?=\D)/g, '$1\u00a0');

export const unitOf = (unit: string | Text | undefined, lang: Lang): string =>
  unit === undefined ? '' : typeof unit === 'string' ? unit : unit[lang];

export const withUnit = (text: string, unit: string | Text | undefined, lang: Lang): string => {
  const name = unitOf(unit, lang);
  return name ? `${text}\u00a0${name}` : text;
};

const noValue: Text = { es: 'sin valor', en: 'no value' };

export const readingText = (words: ReadingWords, value: number | undefined, lang: Lang): string =>
  value === undefined
    ? (words.none ?? noValue)[lang]
    : withUnit(number(value, words.digits), words.unit, lang);

const decimals = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** As many decimals as its steps need. */
export const dialDigits = ({ least, step }: Dial): number => Math.max(decimals(least), decimals(step));

export const settingText = (
  words: ControlWords,
  value: number | string,
  digits: number,
  lang: Lang,
): string =>
  typeof value === 'number'
    ? withUnit(number(value, digits), words.unit, lang)
    : (words.options?.[value]?.[lang] ?? value);

/** Why a dial that stands at one of its ends goes no further; undefined where it does not stand at one. */
export const whyNoFurther = (
  { least, most }: Dial,
  { ends, unit }: ControlWords,
  value: number | string,
  lang: Lang,
): string | undefined => {
  if (value === least) return ends?.least?.[lang] ?? (least === 0 ? frameWords(lang).nothing : undefined);
  if (value !== most) return undefined;
  return ends?.most?.[lang] ?? (most === 100 && unit === '%' ? frameWords(lang).whole : undefined);
};

import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import { type Choices, everyChoice } from './choices.ts';
import type { Rule, Scope } from './scope.ts';
import { warn } from './warn.ts';

interface Range {
  least: number;
  most: number;
  unit: string;
}

const amount = String.raw`[−+-]?\d+(?:[.,]\d+)*`;
const bare = new RegExp(
  String.raw`^(?:≈|~|cerca de|alrededor de|unos|unas|about|some)?\s*(${amount})(?:\s*(?:–|-|−|a|to)\s*(${amount}))?\s*([^\d\s][^\s]*(?:\s[^\s]+){0,2})?\.?$`,
  'u',
);

/** Amounts stand with amounts of one unit, in order, and none lies within another. */
export const optionNumbers: Rule = (scope) =>
  everyChoice(scope).flatMap((choices) => {
    const ranges = languages.map((language) => choices.options.map(({ text }) => readRange(text[language])));
    const [inSpanish = []] = ranges;
    const read = inSpanish.flatMap((range) => range ?? []);
    if (read.length === 0) return [];
    if (read.length < choices.options.length) return mixed(scope, choices, inSpanish);
    return [...order(scope, choices, read), ...overlap(scope, choices, read)];
  });

function mixed(scope: Scope, { question, options }: Choices, ranges: (Range | undefined)[]): Problem[] {
  const words = ranges.filter((range) => !range).length;
  if (options.some(({ text }) => /\d/.test(text.es)) && words > 0 && words < options.length) {
    const odd = ranges.findIndex((range) => (words * 2 > options.length ? range : !range));
    return [
      warn(
        scope,
        question,
        ['options', odd],
        'mixed-options',
        'Some options are amounts and others are words',
        'give options of one kind',
      ),
    ];
  }
  return [];
}

function order(scope: Scope, { question }: Choices, ranges: Range[]): Problem[] {
  const rising = ranges.every((range, index) => index === 0 || ranges[index - 1]!.least <= range.least);
  const falling = ranges.every((range, index) => index === 0 || ranges[index - 1]!.least >= range.least);
  if (rising || falling || new Set(ranges.map(({ unit }) => unit)).size > 1) return [];
  return [
    warn(
      scope,
      question,
      ['options'],
      'number-order',
      'The amounts do not stand in order',
      'put them in order',
    ),
  ];
}

function overlap(scope: Scope, { question }: Choices, ranges: Range[]): Problem[] {
  return ranges.flatMap((range, index) => {
    const other = ranges
      .slice(0, index)
      .some(({ least, most, unit }) => unit === range.unit && range.least < most && least < range.most);
    const twin = ranges
      .slice(0, index)
      .some(({ least, most, unit }) => unit === range.unit && range.least === least && range.most === most);
    if (!other && !twin) return [];
    return [
      warn(
        scope,
        question,
        ['options', index],
        'number-overlap',
        'This amount overlaps with another option',
        'let each amount stand for itself',
      ),
    ];
  });
}

function readRange(text: string): Range | undefined {
  const certain = /^(ninguna?|none|nada|cero|zero)$/i.test(text)
    ? 0
    : /^(segur[oa]|certain)$/i.test(text)
      ? 1
      : undefined;
  if (certain !== undefined) return { least: certain, most: certain, unit: 'chance' };
  const found = bare.exec(text.trim());
  if (!found) return undefined;
  const [, first = '', second, unit = ''] = found;
  const least = readNumber(first);
  const most = second === undefined ? least : readNumber(second);
  return { least: Math.min(least, most), most: Math.max(least, most), unit: unit.trim() };
}

export function readNumber(text: string): number {
  const plain = text.replace('−', '-').replace('+', '');
  return Number(
    /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.'),
  );
}

import { languages } from '../schemas/text.ts';
import type { Language } from '../text.ts';
import { readNumber } from './option-numbers.ts';
import { type Passage, passages } from './passages.ts';
import type { Rule } from './scope.ts';

/** A figure that one language has and the other lacks is wrong in one of them. */
export const languagesAgree: Rule = (scope) =>
  passages(scope).flatMap((passage) =>
    languages.flatMap((language) => {
      const other = language === 'es' ? 'en' : 'es';
      const missing = missingFrom(passage, language, other);
      if (missing === undefined) return [];
      return passage.warn(
        language,
        'languages-differ',
        `The number ${missing.text} stands in ${names[language]} alone`,
        'make both languages say the same',
        missing.at,
      );
    }),
  );

const names = { es: 'Spanish', en: 'English' };
const number = /(?<![\p{L}\d]|\p{L}-)\d+(?:[.,]\d+)*/gu;

function missingFrom({ words }: Passage, here: Language, there: Language) {
  if (words[here] === '' || words[there] === '') return undefined;
  const said = numbersIn(words[there]);
  for (const match of words[here].matchAll(number)) {
    const value = readNumber(match[0]);
    if (!said.has(value)) return { text: match[0], at: match.index };
  }
  return undefined;
}

function numbersIn(text: string): Set<number> {
  const found = new Set([...text.matchAll(number)].map(([digits]) => readNumber(digits)));
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const value = spelled.get(word);
    if (value !== undefined) found.add(value);
  }
  return found;
}

const spelled = new Map(
  (
    [
      [0, 'cero ningún ninguna zero no none'],
      [0.5, 'medio media mitad half'],
      [1, 'un una uno primer primero primera sola solo one first once a an single'],
      [2, 'dos segundo segunda ambos ambas doble par two second twice both pair double'],
      [3, 'tres tercer tercero tercera tercio triple three third thrice triple'],
      [4, 'cuatro cuarto cuarta cuádruple four fourth quarter fourfold'],
      [5, 'cinco quinto quinta quinquenio five fifth'],
      [6, 'seis sexto sexta six sixth'],
      [7, 'siete séptimo séptima seven seventh'],
      [8, 'ocho octavo octava eight eighth'],
      [9, 'nueve noveno novena nine ninth'],
      [10, 'diez décimo décima ten tenth decena tenfold'],
      [11, 'once eleven'],
      [12, 'doce docena twelve dozen noon mediodía'],
      [13, 'trece thirteen'],
      [14, 'catorce fourteen'],
      [15, 'quince fifteen fortnight'],
      [16, 'dieciséis sixteen'],
      [17, 'diecisiete seventeen'],
      [18, 'dieciocho eighteen'],
      [19, 'diecinueve nineteen'],
      [20, 'veinte twenty'],
      [24, 'veinticuatro'],
      [30, 'treinta thirty'],
      [40, 'cuarenta forty'],
      [50, 'cincuenta fifty'],
      [60, 'sesenta sixty'],
      [70, 'setenta seventy'],
      [80, 'ochenta eighty'],
      [90, 'noventa ninety'],
      [100, 'cien ciento hundred centenar'],
      [1000, 'mil thousand'],
      [1000000, 'millón million'],
    ] as const
  ).flatMap(([value, names]) => names.split(' ').map((name) => [name, value] as const)),
);

import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import type { Text } from '../text.ts';
import { everyChoice } from './choices.ts';
import { decisions, everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';
import { warn } from './warn.ts';

const loose = {
  es: /(?<!\p{L})(siempre|nunca|jamás|a veces|a menudo|frecuentemente|con frecuencia|generalmente|en general|usualmente|habitualmente|ocasionalmente|rara vez|raramente|suelen?)(?!\p{L})/iu,
  en: /\b(always|never|sometimes|often|frequently|generally|in general|usually|occasionally|rarely|seldom)\b/i,
};

const negative = {
  es: /(?<!\p{L})(excepto|salvo|NO|menos probable|menor probabilidad)(?!\p{L})|¿([Cc]uál|[Cc]uáles|[Qq]ué)( de [^?]*?)?( \p{L}+){0,2} no (es|son|está|están|se|corresponde|explica|debe|produce|causa)(?!\p{L})/u,
  en: /\b([Ee]xcept|EXCEPT|NOT|least likely)\b|^Which( of [^?]*?)?( \w+){0,2} (is|are|does|do|would|will|can|should) not\b/,
};

/** Wording that lets a question be solved, or missed, for other reasons than knowing. */
export const wording: Rule = (scope) => [
  ...everyChoice(scope).flatMap(({ question, options }) =>
    languages.flatMap((language) =>
      options.flatMap(({ text }, index) => {
        const word = loose[language].exec(text[language])?.[0];
        if (word === undefined) return [];
        return warn(
          scope,
          question,
          ['options', index, 'text', language],
          'absolute-word',
          `"${word}" is an absolute or vague frequency, which tells who knows tests from who does not`,
          'say how often, or leave it out',
        );
      }),
    ),
  ),
  ...[...everyItem(scope), ...decisions(scope)].flatMap((question) => leadIn(scope, question)),
  ...everyItem(scope).flatMap((item) =>
    languages.flatMap((language): Problem[] => {
      const options = 'options' in item ? item.options : [];
      const texts = [item.stem, item.question, ...options.map(({ text }) => text)];
      const count = texts.reduce((sum, text) => sum + countWords(text[language]), 0);
      if (count <= 150) return [];
      return [
        warn(
          scope,
          item,
          ['stem', language],
          'wordy',
          `This question has ${count} words with its options; more than 150 test reading`,
          'leave out what the answer does not need',
        ),
      ];
    }),
  ),
];

function leadIn(scope: Scope, question: { question: Text }): Problem[] {
  return languages.flatMap((language): Problem[] => {
    const lead = question.question[language];
    if (!negative[language].test(lead)) return [];
    return [
      warn(
        scope,
        question,
        ['question', language],
        'negative-lead-in',
        'This lead-in asks for what is not so',
        'ask for what is',
      ),
    ];
  });
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

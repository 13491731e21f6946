import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import { contentWords, everyChoice } from './choices.ts';
import type { Rule } from './scope.ts';
import { warn } from './warn.ts';

/** A word of the stem that comes back in the key alone points at it; where a wrong option echoes too, it does not. */
export const keyEchoes: Rule = (scope) =>
  everyChoice(scope).flatMap(({ question, stem, options, isKey }) =>
    languages.flatMap((language): Problem[] => {
      const asked = new Set(contentWords(`${stem[language]} ${question.question[language]}`, language));
      const echoes = options.map(({ text }) =>
        contentWords(text[language], language).filter((word) => asked.has(word)),
      );
      const [at, more] = options.flatMap(({ id }, index) => (isKey(id) ? [index] : []));
      if (at === undefined || more !== undefined) return [];
      const echoed = echoes[at]![0];
      if (echoed === undefined || echoes.some((words, index) => index !== at && words.length > 0)) return [];
      return [
        warn(
          scope,
          question,
          ['options', at, 'text', language],
          'key-echoes-stem',
          `The key alone repeats a word of the question ("${echoed}…")`,
          'say it in another word, or let a wrong option repeat one too',
        ),
      ];
    }),
  );

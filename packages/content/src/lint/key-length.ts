import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import { type Choices, choiceSets, everyChoice } from './choices.ts';
import type { Rule, Scope } from './scope.ts';
import { warn } from './warn.ts';

const names = { es: 'Spanish', en: 'English' };

/** A key that is longer than its company gives itself away, alone or by a habit of the writer. */
export const keyLength: Rule = (scope) => [
  ...everyChoice(scope).flatMap((choices) => longKey(scope, choices)),
  ...choiceSets(scope).flatMap(({ place, name, choices }) =>
    languages.flatMap((language): Problem[] => {
      const longest = choices.filter(({ options, isKey }) => {
        const longestLength = Math.max(...options.map(({ text }) => text[language].length));
        const at = options.filter(({ text }) => text[language].length === longestLength);
        return at.length === 1 && isKey(at[0]!.id);
      }).length;
      const p = chanceOfAtLeast(
        longest,
        choices.map(({ options }) => 1 / options.length),
      );
      if (p >= 0.01) return [];
      return [
        warn(
          scope,
          place,
          ['id'],
          'keys-longest',
          `In the ${names[language]} of the ${name} the key is the longest option in ${longest} of ${choices.length} questions (p = ${p.toPrecision(1)})`,
          'shorten keys, or say more in other options',
        ),
      ];
    }),
  ),
];

function longKey(scope: Scope, { question, options, isKey }: Choices): Problem[] {
  if (options.some(({ text }) => languages.some((language) => !/\p{L}{3,}/u.test(text[language])))) return [];
  return languages.flatMap((language): Problem[] => {
    const lengths = options.map(({ text }) => text[language].length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    return options.flatMap(({ id }, index) => {
      const length = lengths[index]!;
      const longest = lengths.every((other, place) => place === index || other < length);
      if (!isKey(id) || !longest || length <= 1.25 * mean) return [];
      return [
        warn(
          scope,
          question,
          ['options', index, 'text', language],
          'key-long',
          `The key is the longest option, ${(length / mean).toFixed(2)} times the mean`,
          'shorten it, or say more in another option',
        ),
      ];
    });
  });
}

/** The chance that at least `count` of independent events come true, whose chances may differ. */
export function chanceOfAtLeast(count: number, chances: readonly number[]): number {
  let exactly = [1];
  for (const chance of chances) {
    exactly = [...exactly, 0].map(
      (same, hits) => same * (1 - chance) + (hits > 0 ? exactly[hits - 1]! * chance : 0),
    );
  }
  return exactly.slice(count).reduce((sum, p) => sum + p, 0);
}

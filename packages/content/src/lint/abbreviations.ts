import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import type { Language } from '../text.ts';
import { passages } from './passages.ts';
import { decisions, everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';
import { warn } from './warn.ts';

/** Read as words by anybody who studies medicine. */
const known = new Set(
  (
    'ADN DNA ARN RNA ATP ADP NAD NADH NADPH VIH HIV SIDA AIDS ECG QRS PR QT ST AV ABO PCR COVID OMS WHO ' +
    'UCI ICU NO NOT EXCEPT II III IV VI VII VIII IX XI XII XIII'
  ).split(' '),
);

/** Genes, IL-6 or NF-κB are names; so are codons and genotypes. */
const abbreviation =
  /(?<![\p{L}\d₀-₉-])(?<!(?:gene?s?|variante?s? (?:en|in)) )\p{Lu}{2,6}(?![\p{L}\d₀-₉⁺⁻²])(?![-–][\p{L}\d])(?! genes?\b)/gu;
const letters = /^[ACGTUS]{2,3}$/;

/** An abbreviation of a question is spelled out in it, or somewhere in the course. */
export const abbreviations: Rule = (scope) => {
  const explained = { es: explainedIn(scope, 'es'), en: explainedIn(scope, 'en') };
  return [...everyItem(scope), ...decisions(scope)].flatMap((question) =>
    languages.flatMap((language): Problem[] => {
      const options = 'options' in question ? question.options : [];
      const texts = ['stem' in question ? question.stem : undefined, question.question];
      const said = [...texts, ...options.map(({ text }) => text)].map((text) => text?.[language] ?? '');
      const unknown = said
        .flatMap((text) => text.match(abbreviation) ?? [])
        .find((short) => !known.has(short) && !letters.test(short) && !explained[language].has(short));
      if (unknown === undefined) return [];
      return [
        warn(
          scope,
          question,
          ['question', language],
          'abbreviation',
          `Nothing in the course spells out "${unknown}"`,
          `write it in full once, as in "… (${unknown})"`,
        ),
      ];
    }),
  );
};

function explainedIn(scope: Scope, language: Language): Set<string> {
  const found = new Set<string>();
  for (const { words } of passages(scope)) {
    const text = words[language];
    for (const [, inside] of text.matchAll(/\p{L}{3,}[^(]{0,4}\(\**(\p{Lu}{2,6})(?!\p{L})/gu))
      found.add(inside!);
    for (const [, before] of text.matchAll(
      /(?<!\p{L})(\p{Lu}{2,6})[,:]? (?:\(|is (?:an?|the) |es (?:un|una|el|la) )/gu,
    ))
      found.add(before!);
  }
  return found;
}

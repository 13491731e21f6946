import type { Item } from '../content.ts';
import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import { decisions, everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';

type Options = readonly { id: string; text: { es: string; en: string } }[];

export const itemOptions: Rule = (scope) => [
  ...everyItem(scope).flatMap((item) =>
    'options' in item
      ? [
          ...optionCount(scope, item),
          ...equalOptions(scope, item, item.options),
          ...optionsAboutOptions(scope, item, item.options),
        ]
      : [],
  ),
  ...decisions(scope).flatMap((decision) => [
    ...equalOptions(scope, decision, decision.options),
    ...optionsAboutOptions(scope, decision, decision.options),
  ]),
];

function optionCount(scope: Scope, item: Exclude<Item, { kind: 'numeric' | 'challenge' }>): Problem[] {
  const count = item.options.length;
  if (item.kind !== 'single-best-answer' || item.use !== 'practice') return [];
  if (count >= 3 && count <= 5) return [];
  return [
    scope.report(item, ['options'], {
      code: 'option-count',
      message: `A single best answer has 3 to 5 options; this one has ${count}`,
      fix: count < 3 ? 'add an option' : 'remove the weakest',
    }),
  ];
}

function equalOptions(scope: Scope, question: object, options: Options): Problem[] {
  return languages.flatMap((language) => {
    const seen = new Map<string, string>();
    return options.flatMap((option, index) => {
      const plain = option.text[language]
        .toLowerCase()
        .replace(/[\s.,;:]+/g, ' ')
        .trim();
      const earlier = seen.get(plain);
      seen.set(plain, option.id);
      if (earlier === undefined) return [];
      return scope.report(question, ['options', index, 'text', language], {
        code: 'equal-options',
        message: `This option reads the same as ${earlier}`,
        fix: 'make them differ, or remove one',
      });
    });
  });
}

const aboutOptions = [
  /\b(all|none|any|both|neither|some) of (the|these) (above|following|options|answers|previous)\b/i,
  /^(all|none|both|neither) (of them )?(are|is) (correct|right|true|false)\b/i,
  /\b(todas|ninguna|todos|ninguno|ambas|cualquiera)( de)? (las|los|estas)( opciones| respuestas| alternativas)? ?(anteriores|opciones|respuestas|alternativas)\b/i,
  /^(todas|ninguna|ambas)( de ellas)? (son|es) (correctas?|ciertas?|verdaderas?|falsas?)\b/i,
  /^([Oo]nly |[Bb]oth |[Ss]olo |[Ss]ólo |[Aa]mbas,? |[Ll]as opciones |[Oo]pciones |[Oo]ptions? )*[A-E](, ?[A-E])*,? (and|or|y|e|o|&) [A-E]( only| are (correct|right)| son correctas)?\.?$/,
];

function optionsAboutOptions(scope: Scope, question: object, options: Options): Problem[] {
  return options.flatMap((option, index) =>
    languages.flatMap((language) => {
      if (!aboutOptions.some((pattern) => pattern.test(option.text[language]))) return [];
      return scope.report(question, ['options', index, 'text', language], {
        code: 'option-about-options',
        message: 'This option speaks of the other options, which are shuffled',
        fix: 'write an answer of its own, or remove it',
      });
    }),
  );
}

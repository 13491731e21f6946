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

const reference = String.raw`\(?(?:[A-E]|I{1,3}|IV|V)\)?\.?`;
const opening =
  /(?:(?:only|just|both|either|neither|s[oó]lo|solamente|amb[oa]s,?|ni|las|l[ao] opci[oó]n|opci[oó]n|opciones|respuestas|options?|answers?|statements?|afirmaciones) )*/;
const ending =
  /(?:,? (?:only|solamente|(?:are|is|son|es) (?:both )?(?:correct|right|true|false|wrong|correct[ao]s?|ciert[ao]s?|verdader[ao]s?|fals[ao]s?)))?\.?/;
const joined = String.raw`(?:\s*(?:[,&+]|,? (?:y|e|o|u|ni|and|or|nor))\s*${reference})+`;

const aboutOptions = [
  /\b(all|none|any|both|neither|either|some)( of)? (the|these|those) ?(above|following|options|answers|previous|preceding)\b/i,
  /^(all|none|any|both|neither|either) of (them|these|those)\.?$/i,
  /^(all|none|both|neither) (of (them|these|those) )?(are|is) (correct|right|true|false)\b/i,
  /\b(tod[oa]s?|nada|ningun[oa]|amb[oa]s|cualquiera|algun[oa])( de)?( (lo|l[oa]s|est[oa]s))?( (opciones|respuestas|alternativas|afirmaciones))? (anterior(es)?|precedentes?|(opciones|respuestas|alternativas)\.?$)/i,
  /^(tod[oa]s|ningun[oa]|amb[oa]s)( de (ell[oa]s|est[oa]s))? (son|es) (correct[oa]s?|ciert[oa]s?|verdader[oa]s?|fals[oa]s?)\b/i,
  /^(all|tod[oa]s)( of them)? (but|except|menos|excepto|salvo)( la| el)? \(?([A-E]|I{1,3}|IV|V)\)?\.?$/i,
  new RegExp(`^${opening.source}${reference}${joined}${ending.source}$`, 'i'),
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

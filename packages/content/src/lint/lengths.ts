import type { Problem } from '../problem.ts';
import { wordCount } from '../prose/word-count.ts';
import { languages } from '../schemas/text.ts';
import type { Rule, Scope } from './scope.ts';

/** How long a text is meant to be. */
export const lengths: Rule = (scope) => [
  ...scope.openModules.flatMap((module) =>
    module.lessons.flatMap((lesson) =>
      languages.flatMap((language): Problem[] => {
        const words = wordCount(lesson.prose[language] ?? '');
        if (lesson.prose[language] === undefined || (words >= 600 && words <= 900)) return [];
        const file = `${lesson.folder}/lesson.${language}.svx`;
        return [
          {
            severity: 'warning',
            code: 'lesson-length',
            file,
            line: 1,
            field: '',
            message: `A lesson has 600 to 900 words; this one has ${words}`,
            fix: words < 600 ? 'say what is missing' : 'shorten it, or divide it',
          },
        ];
      }),
    ),
  ),
  ...scope.course.modules.flatMap((module) =>
    text(scope, module, ['patient', 'presentation'], module.patient.presentation, 40, 80),
  ),
  ...scope.course.concepts.flatMap((concept) => [
    ...(concept.explanations ?? []).flatMap((explanation, index) =>
      text(scope, concept, ['explanations', index, 'text'], explanation.text, 60, 150),
    ),
    ...(concept.enrichment ? text(scope, concept, ['enrichment'], concept.enrichment, 40, 120) : []),
  ]),
];

function text(
  scope: Scope,
  value: object,
  path: (string | number)[],
  words: { es: string; en: string },
  least: number,
  most: number,
): Problem[] {
  return languages.flatMap((language) => {
    const count = wordCount(words[language]);
    if (count >= least && count <= most) return [];
    return scope.report(value, [...path, language], {
      severity: 'warning',
      code: 'text-length',
      message: `This text is meant to have ${least} to ${most} words; it has ${count}`,
      fix: count < least ? 'say a little more' : 'shorten it',
    });
  });
}

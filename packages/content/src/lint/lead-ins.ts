import type { Problem } from '../problem.ts';
import { decisions, everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';

const instructions = {
  es: /^(alarga|anota|asocia|baja|calcula|cambia|clasifica|compara|completa|consigue|decide|deja|determina|detén|devuelve|di|elige|encuentra|escoge|escribe|estima|explica|frena|haz|identifica|indica|lleva|marca|mejora|menciona|mueve|nombra|ordena|predice|propón|relaciona|selecciona|señala|ubica)\b/iu,
  en: /^(arrange|bring|calculate|change|choose|classify|compare|complete|decide|determine|estimate|explain|find|give|hold|identify|improve|indicate|leave|lengthen|let|make|mark|match|move|name|order|pick|place|predict|propose|put|rank|reach|say|select|state|stop|tell|work out|write)\b/iu,
};

/** A lead-in asks or instructs; a stem may be empty only where a fact is recalled. */
export const leadIns: Rule = (scope) => [
  ...everyItem(scope).flatMap((item) => [
    ...leadIn(scope, item, item.question),
    ...(item.level === 'recall'
      ? []
      : (['es', 'en'] as const)
          .filter((language) => item.stem[language] === '')
          .map((language) =>
            scope.report(item, ['stem', language], {
              code: 'empty-stem',
              message: `An item at the level "${item.level}" needs a situation`,
              fix: 'write the stem, or change level to recall',
            }),
          )),
    ...oneStemEmpty(scope, item),
  ]),
  ...decisions(scope).flatMap((decision) => leadIn(scope, decision, decision.question)),
];

function leadIn(scope: Scope, value: object, question: { es: string; en: string }): Problem[] {
  const problems: Problem[] = [];
  if (!/¿[^?]+\?/u.test(question.es) && !lastSentenceInstructs(question.es, instructions.es)) {
    const half = question.es.includes('?') ? 'open it with ¿' : 'ask it as ¿…?';
    problems.push(
      scope.report(value, ['question', 'es'], {
        code: 'lead-in',
        message: 'This lead-in neither asks nor instructs',
        fix: `${half}, or begin with an instruction such as Elige, Calcula or Ordena`,
      }),
    );
  }
  if (!question.en.includes('?') && !lastSentenceInstructs(question.en, instructions.en)) {
    problems.push(
      scope.report(value, ['question', 'en'], {
        code: 'lead-in',
        message: 'This lead-in neither asks nor instructs',
        fix: 'end it with a question mark, or begin with an instruction such as Choose or Calculate',
      }),
    );
  }
  return problems;
}

function oneStemEmpty(scope: Scope, item: { level: string; stem: { es: string; en: string } }): Problem[] {
  const { es, en } = item.stem;
  if (item.level !== 'recall' || (es === '') === (en === '')) return [];
  const language = es === '' ? 'es' : 'en';
  return [
    scope.report(item, ['stem', language], {
      code: 'missing-language',
      message: 'The stem is written in one language only',
      fix: `write stem.${language}, or empty both`,
    }),
  ];
}

function lastSentenceInstructs(text: string, pattern: RegExp): boolean {
  return text.split(/[.:;,]\s+/).some((sentence) => pattern.test(sentence.trim()));
}

import type { OpenModule } from '../content.ts';
import type { FieldPath, Problem } from '../problem.ts';
import type { SourceReference } from '../schemas/source.ts';
import { nearest } from './nearest.ts';
import { decisions, everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';

/** Every id that a file names must be declared where such things are declared. */
export const unknownIds: Rule = (scope) => [
  ...concepts(scope),
  ...objectives(scope),
  ...sources(scope),
  ...scope.openModules.flatMap((module) => [
    ...caseOfModule(scope, module),
    ...lessonFolders(scope, module),
    ...checks(scope, module),
  ]),
];

function concepts(scope: Scope): Problem[] {
  const { course } = scope;
  const file = `${course.folder}/concepts.yaml`;
  if (!scope.isWhole(file)) return [];
  const known = new Set(course.concepts.map((concept) => concept.id));
  const named: { concepts: string[] }[] = [
    ...course.modules,
    ...scope.openModules.flatMap((module) => module.lessons),
    ...everyItem(scope),
    ...decisions(scope),
  ];
  return [
    ...course.concepts.flatMap((concept) =>
      strangers(scope, concept, 'prerequisites', concept.prerequisites, known, 'concept', file),
    ),
    ...named.flatMap((value) => strangers(scope, value, 'concepts', value.concepts, known, 'concept', file)),
  ];
}

function objectives(scope: Scope): Problem[] {
  const { course } = scope;
  const file = `${course.folder}/course.yaml`;
  if (!scope.isWhole(file)) return [];
  const known = new Set(course.objectives.map((objective) => objective.id));
  return everyItem(scope).flatMap((item) =>
    known.has(item.objective)
      ? []
      : [unknown(scope, item, ['objective'], item.objective, known, 'objective', file)],
  );
}

function sources(scope: Scope): Problem[] {
  const { course } = scope;
  const file = `${course.folder}/course.yaml`;
  if (!scope.isWhole(file)) return [];
  const known = new Set(course.sources.map((source) => source.id));
  const check = (value: object, path: FieldPath, reference: SourceReference): Problem[] => {
    const id = typeof reference === 'string' ? reference : reference.id;
    const field = typeof reference === 'string' ? path : [...path, 'id'];
    return known.has(id) ? [] : [unknown(scope, value, field, id, known, 'source', file)];
  };
  const lists = scope.openModules.flatMap((module) => [
    ...module.lessons,
    ...(module.case ? [module.case] : []),
  ]);
  return [
    ...everyItem(scope).flatMap((item) => check(item, ['source'], item.source)),
    ...lists.flatMap((value) =>
      value.sources.flatMap((reference, index) => check(value, ['sources', index], reference)),
    ),
  ];
}

function caseOfModule(scope: Scope, module: OpenModule): Problem[] {
  if (!module.case || module.case.id === module.caseId) return [];
  return [
    scope.report(module, ['case'], {
      code: 'unknown-id',
      message: `case.yaml of this module has the id "${module.case.id}", not "${module.caseId}"`,
      fix: `write case: ${module.case.id}, or correct the id in case.yaml`,
    }),
  ];
}

function lessonFolders(scope: Scope, module: OpenModule): Problem[] {
  return module.lessons.flatMap((lesson) => {
    const folder = lesson.folder.split('/').at(-1)!;
    if (lesson.id === folder) return [];
    return scope.report(lesson, ['id'], {
      code: 'lesson-folder',
      message: `The lesson "${lesson.id}" lies in the folder "${folder}"`,
      fix: `write id: ${folder}, or rename the folder and its entry in module.yaml`,
    });
  });
}

function checks(scope: Scope, module: OpenModule): Problem[] {
  const file = `${module.folder}/practice.yaml`;
  const own = new Set(module.practice.map((item) => item.id));
  const assessment = new Set(scope.course.assessment.items.map((item) => item.id));
  return module.lessons.flatMap((lesson) =>
    lesson.checks.flatMap((id, index) => {
      if (assessment.has(id)) {
        return scope.report(lesson, ['checks', index], {
          code: 'assessment-in-practice',
          message: `"${id}" is an assessment item; a lesson would give its key away`,
          fix: 'name a practice item',
        });
      }
      if (own.has(id) || !scope.isWhole(file)) return [];
      return unknown(scope, lesson, ['checks', index], id, own, 'practice item', file);
    }),
  );
}

function strangers(
  scope: Scope,
  value: object,
  field: string,
  ids: string[],
  known: ReadonlySet<string>,
  kind: string,
  file: string,
): Problem[] {
  return ids.flatMap((id, index) =>
    known.has(id) ? [] : [unknown(scope, value, [field, index], id, known, kind, file)],
  );
}

function unknown(
  scope: Scope,
  value: object,
  path: FieldPath,
  id: string,
  known: ReadonlySet<string>,
  kind: string,
  file: string,
): Problem {
  const near = nearest(id, known);
  return scope.report(value, path, {
    code: 'unknown-id',
    message: `There is no ${kind} "${id}"`,
    fix: near ? `write ${near}, or add "${id}" to ${file}` : `add "${id}" to ${file}`,
  });
}

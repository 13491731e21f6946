import type { OpenModule } from '../content.ts';
import type { Problem } from '../problem.ts';
import { scanProse } from '../prose/scan-prose.ts';
import type { SourceReference } from '../schemas/source.ts';
import { everyItem } from './questions.ts';
import type { Rule, Scope } from './scope.ts';
import { courseIsWhole, lessonsAreWhole, modulesAreComplete } from './wholeness.ts';

export const unusedIds: Rule = (scope) => {
  if (!lessonsAreWhole(scope)) return [];
  return [
    ...scope.openModules.flatMap((module) => [
      ...conceptsWithoutLesson(scope, module),
      ...figuresWithoutLesson(scope, module),
    ]),
    ...conceptsWithoutModule(scope),
    ...sourcesWithoutUse(scope),
    ...itemsWithoutForm(scope),
  ];
};

function conceptsWithoutLesson(scope: Scope, module: OpenModule): Problem[] {
  const taught = new Set(module.lessons.flatMap((lesson) => lesson.concepts));
  return module.concepts.flatMap((concept, index) =>
    taught.has(concept)
      ? []
      : [
          scope.report(module, ['concepts', index], {
            code: 'unused-id',
            message: `No lesson of this module teaches "${concept}"`,
            fix: 'add it to concepts of a lesson, or take it out of the bridge',
          }),
        ],
  );
}

function figuresWithoutLesson(scope: Scope, module: OpenModule): Problem[] {
  const shown = new Set(
    module.lessons.flatMap((lesson) =>
      Object.values(lesson.prose).flatMap((prose) =>
        scanProse(prose)
          .tags.filter((tag) => tag.name === 'Figure')
          .map((tag) => tag.attributes['name']),
      ),
    ),
  );
  return module.figures
    .filter((figure) => !shown.has(figure.name))
    .map((figure) =>
      scope.report(figure, [], {
        code: 'unused-id',
        message: `No lesson shows the figure "${figure.name}"`,
        fix: `put <Figure name="${figure.name}" /> into a lesson, or remove its files`,
      }),
    );
}

function conceptsWithoutModule(scope: Scope): Problem[] {
  const { course } = scope;
  const bridges = new Set(course.modules.flatMap((module) => module.concepts));
  if (!modulesAreComplete(scope)) return [];
  return course.concepts
    .filter((concept) => !bridges.has(concept.id))
    .map((concept) =>
      scope.report(concept, ['id'], {
        severity: 'warning',
        code: 'unused-id',
        message: `No module has "${concept.id}" in its bridge`,
        fix: 'add it to concepts of a module, or remove it',
      }),
    );
}

function sourcesWithoutUse(scope: Scope): Problem[] {
  const { course, openModules } = scope;
  const idOf = (reference: SourceReference) => (typeof reference === 'string' ? reference : reference.id);
  const cited = new Set(
    [
      ...everyItem(scope).map((item) => item.source),
      ...openModules.flatMap((module) => module.lessons.flatMap((lesson) => lesson.sources)),
      ...openModules.flatMap((module) => module.case?.sources ?? []),
    ].map(idOf),
  );
  if (!courseIsWhole(scope)) return [];
  return course.sources
    .filter((source) => !cited.has(source.id))
    .map((source) =>
      scope.report(source, ['id'], {
        severity: 'warning',
        code: 'unused-id',
        message: `Nothing cites the source "${source.id}"`,
        fix: 'cite it where it is used, or remove it',
      }),
    );
}

function itemsWithoutForm(scope: Scope): Problem[] {
  const { items, forms } = scope.course.assessment;
  if (!scope.isWhole(`${scope.course.folder}/assessment/forms.yaml`)) return [];
  const asked = new Set(forms.flatMap((form) => form.items));
  return items
    .filter((item) => !asked.has(item.id))
    .map((item) =>
      scope.report(item, ['id'], {
        severity: 'warning',
        code: 'unused-id',
        message: `No form asks "${item.id}"`,
        fix: 'add it to a form, or remove it',
      }),
    );
}

import type { Item } from '../content.ts';
import { bankPrefix } from '../load/load-assessment.ts';
import type { Problem } from '../problem.ts';
import type { Form } from '../schemas/forms.ts';
import { nearest } from './nearest.ts';
import type { Rule, Scope } from './scope.ts';
import { modulesAreComplete } from './wholeness.ts';

const itemsOfForm = 20;
const anchorsOfGain = 6;

export const forms: Rule = (scope) => {
  const items = new Map(scope.course.assessment.items.map((item) => [item.id, item]));
  return scope.course.assessment.forms.flatMap((form) => [
    ...declared(scope, form),
    ...sizes(scope, form),
    ...entries(scope, form, items),
    ...anchors(scope, form, items),
    ...demonstration(scope, form, items),
  ]);
};

function declared(scope: Scope, form: Form): Problem[] {
  const { course } = scope;
  const problems: Problem[] = [];
  if (form.course !== course.id) {
    problems.push(
      scope.report(form, ['course'], {
        code: 'unknown-id',
        message: `This form lies in the course "${course.id}" and names "${form.course}"`,
        fix: `write course: ${course.id}`,
      }),
    );
  }
  const known = course.modules.map((module) => module.id);
  const complete = modulesAreComplete(scope);
  form.modules.forEach((id, index) => {
    if (known.includes(id) || !complete) return;
    problems.push(
      scope.report(form, ['modules', index], {
        code: 'unknown-id',
        message: `There is no module "${id}"`,
        fix: `write ${nearest(id, known) ?? 'the id of a module of the course'}`,
      }),
    );
  });
  return problems;
}

function sizes(scope: Scope, form: Form): Problem[] {
  const problems: Problem[] = [];
  if (form.items.length !== itemsOfForm) {
    problems.push(
      scope.report(form, ['items'], {
        code: 'form-size',
        message: `A form has ${itemsOfForm} items; ${form.id} has ${form.items.length}`,
        fix: form.items.length < itemsOfForm ? 'add items' : 'remove items',
      }),
    );
  }
  const wanted = form.kind === 'gain' ? anchorsOfGain : 0;
  if (form.anchors.length !== wanted) {
    problems.push(
      scope.report(form, ['anchors'], {
        code: 'form-anchors',
        message: `A ${form.kind} form has ${wanted} anchors; ${form.id} has ${form.anchors.length}`,
        fix: wanted === 0 ? 'write anchors: []' : `name ${wanted} of its items, the same in A and B`,
      }),
    );
  }
  return problems;
}

function entries(scope: Scope, form: Form, items: Map<string, Item>): Problem[] {
  const whole = [...scope.content.brokenFiles].every((file) => !file.includes('/assessment/'));
  const practice = new Set(scope.openModules.flatMap((module) => module.practice.map((item) => item.id)));
  const bridge = new Set(
    scope.course.modules
      .filter((module) => form.modules.includes(module.id))
      .flatMap((module) => module.concepts),
  );
  return form.items.flatMap((id, index) => {
    const path = ['items', index];
    if (form.items.indexOf(id) !== index) {
      return scope.report(form, path, {
        code: 'duplicate-id',
        message: `${form.id} asks "${id}" twice`,
        fix: 'name another item',
      });
    }
    const item = items.get(id);
    if (!item && practice.has(id)) {
      return scope.report(form, path, {
        code: 'assessment-in-practice',
        message: `"${id}" is a practice item; its key is known`,
        fix: 'name an item of the assessment',
      });
    }
    if (!item) {
      if (!whole) return [];
      const near = nearest(id, items.keys());
      return scope.report(form, path, {
        code: 'unknown-id',
        message: `There is no assessment item "${id}"`,
        fix: near ? `write ${near}` : `add it to ${form.kind}.yaml`,
      });
    }
    if (item.use !== form.kind) {
      return scope.report(form, path, {
        code: 'wrong-use',
        message: `"${id}" has use: ${item.use}, and this is a ${form.kind} form`,
        fix: `name an item with use: ${form.kind}`,
      });
    }
    if (bridge.size > 0 && !item.concepts.some((concept) => bridge.has(concept))) {
      return scope.report(form, path, {
        code: 'form-module',
        message: `"${id}" measures no concept of the modules that ${form.id} declares`,
        fix: 'name another item, or add its module to modules',
      });
    }
    return [];
  });
}

function anchors(scope: Scope, form: Form, items: Map<string, Item>): Problem[] {
  const strangers = form.anchors.flatMap((id, index) =>
    form.items.includes(id) && form.anchors.indexOf(id) === index
      ? []
      : [
          scope.report(form, ['anchors', index], {
            code: 'form-anchors',
            message: form.items.includes(id)
              ? `The anchor "${id}" is named twice`
              : `The anchor "${id}" is not among the items of ${form.id}`,
            fix: 'name six different items of the form',
          }),
        ],
  );
  if (strangers.length > 0 || form.kind !== 'gain') return strangers;
  const { forms: all } = scope.course.assessment;
  const first = all.find((other) => other.kind === 'gain' && sameModules(other, form))!;
  if ([...first.anchors].sort().join() !== [...form.anchors].sort().join()) {
    return [
      scope.report(form, ['anchors'], {
        code: 'form-anchors',
        message: `${form.id} and ${first.id} stand on one scale only with the same anchors`,
        fix: `write the anchors of ${first.id}: ${first.anchors.join(', ')}`,
      }),
    ];
  }
  const objectiveOf = (id: string) => items.get(id)?.objective;
  const anchored = new Set(form.anchors.map(objectiveOf));
  const bare = new Set(form.items.map(objectiveOf).filter((id) => id && !anchored.has(id)));
  return [...bare].map((objective) =>
    scope.report(form, ['anchors'], {
      severity: 'warning',
      code: 'form-anchors',
      message: `${form.id} asks about the objective "${objective}" and has no anchor for it`,
      fix: 'make one of its items an anchor in A and B',
    }),
  );
}

function demonstration(scope: Scope, form: Form, items: Map<string, Item>): Problem[] {
  const isPublic = (value: object) => !scope.content.sources.fileOf(value).startsWith(bankPrefix);
  const known = form.items.flatMap((id) => items.get(id) ?? []);
  if (form.demonstration || !(isPublic(form) || known.some(isPublic))) return [];
  return [
    scope.report(form, ['demonstration'], {
      code: 'public-form',
      message: `The keys of ${form.id} are public, so it is a demonstration`,
      fix: 'write demonstration: true, or keep the form and all its items in a bank of their own',
    }),
  ];
}

export function sameModules(a: Form, b: Form): boolean {
  return [...a.modules].sort().join() === [...b.modules].sort().join();
}

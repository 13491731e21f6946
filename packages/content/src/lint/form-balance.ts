import type { Problem } from '../problem.ts';
import { sameModules } from './forms.ts';
import type { Rule } from './scope.ts';

/** Forms of the same modules ask about each objective as often, give or take one item. */
export const formBalance: Rule = (scope) => {
  const { items, forms } = scope.course.assessment;
  const objectiveOf = new Map(items.map((item) => [item.id, item.objective]));
  return forms.flatMap((form, index) =>
    forms
      .slice(0, index)
      .filter((earlier) => sameModules(earlier, form))
      .flatMap((earlier): Problem[] => {
        const count = (ids: string[], objective: string) =>
          ids.filter((id) => objectiveOf.get(id) === objective).length;
        if ([...form.items, ...earlier.items].some((id) => !objectiveOf.has(id))) return [];
        return scope.course.objectives.flatMap((objective) => {
          const here = count(form.items, objective.id);
          const there = count(earlier.items, objective.id);
          if (Math.abs(here - there) <= 1) return [];
          return scope.report(form, ['items'], {
            code: 'form-balance',
            message: `${form.id} has ${here} items of "${objective.id}", and ${earlier.id} ${there}`,
            fix: 'exchange items until the two differ by at most one for each objective',
          });
        });
      }),
  );
};

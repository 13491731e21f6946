import type { Item } from '../content.ts';
import type { Scope } from './scope.ts';

export function practiceItems(scope: Scope): Item[] {
  return scope.openModules.flatMap((module) => module.practice);
}

export function everyItem(scope: Scope): Item[] {
  return [
    ...scope.course.modules.flatMap((module) => [
      ...(module.status === 'open' ? module.practice : module.questions),
      ...module.challenges,
    ]),
    ...scope.course.assessment.items,
  ];
}

export function decisions(scope: Scope) {
  return scope.openModules.flatMap((module) =>
    (module.case?.stages ?? []).flatMap((stage) => stage.decision ?? []),
  );
}

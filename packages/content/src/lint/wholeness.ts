import type { Scope } from './scope.ts';

/** No module is written and cannot be read; one that nobody has written yet teaches nothing. */
export function modulesAreWhole(scope: Scope): boolean {
  return brokenUnder(scope, scope.course.folder).every(
    (file) => !file.endsWith('/module.yaml') || scope.content.missingFiles.has(file),
  );
}

/** Every module that course.yaml lists is there. */
export function modulesAreComplete(scope: Scope): boolean {
  return brokenUnder(scope, scope.course.folder).every((file) => !/\/(module|course)\.yaml$/.test(file));
}

export function lessonsAreWhole(scope: Scope): boolean {
  const broken = scope.openModules.flatMap((module) => brokenUnder(scope, `${module.folder}/lessons`));
  return modulesAreWhole(scope) && broken.length === 0;
}

export function courseIsWhole(scope: Scope): boolean {
  return brokenUnder(scope, scope.course.folder).length === 0;
}

function brokenUnder(scope: Scope, folder: string): string[] {
  return [...scope.content.brokenFiles].filter((file) => file.startsWith(`${folder}/`));
}

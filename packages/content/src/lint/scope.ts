import type { Course, OpenModule } from '../content.ts';
import type { LoadedContent } from '../load/load-content.ts';
import type { FieldPath, Problem } from '../problem.ts';
import type { Fault } from '../source/sources.ts';

/** One course, as a rule of the linter sees it. */
export interface Scope {
  content: LoadedContent;
  course: Course;
  openModules: OpenModule[];
  /** False where a file could not be read in full: what it lacks may only be unread. */
  isWhole(file: string): boolean;
  report(value: object, path: FieldPath, fault: Fault): Problem;
}

export type Rule = (scope: Scope) => Problem[];

export function scopeOf(content: LoadedContent, course: Course): Scope {
  return {
    content,
    course,
    openModules: course.modules.filter((module) => module.status === 'open'),
    isWhole: (file) => !content.brokenFiles.has(file),
    report: (value, path, fault) => content.sources.problem(value, path, fault),
  };
}

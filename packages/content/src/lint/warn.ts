import type { FieldPath, Problem } from '../problem.ts';
import type { WarningCode } from '../schemas/answers.ts';
import type { Scope } from './scope.ts';

/** Advice, by a name that a file can answer. */
export function warn(
  scope: Scope,
  value: object,
  path: FieldPath,
  code: WarningCode,
  message: string,
  fix: string,
): Problem {
  return scope.report(value, path, { severity: 'warning', code, message, fix });
}

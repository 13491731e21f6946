export type Severity = 'error' | 'warning';

export interface Problem {
  severity: Severity;
  code: string;
  file: string;
  line: number;
  /** Path of the field, such as `items[3].options[1].reason.en`; empty for the whole file. */
  field: string;
  message: string;
  fix: string;
}

export type FieldPath = readonly (string | number)[];

export function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? part : `${name}.${part}`;
  }, '');
}

export function formatProblem(problem: Problem): string {
  const field = problem.field === '' ? '' : ` ${problem.field}`;
  return `${problem.file}:${problem.line}${field} — ${problem.message}. Fix: ${problem.fix}.`;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

import type { FieldPath } from '../problem.ts';
import type { WarningCode } from '../schemas/answers.ts';
import type { YamlSource } from '../source/yaml-source.ts';

/** What a file says to a warning that stays: it stands for everything under `path`. */
export interface WarningAnswer {
  warning: WarningCode;
  source: YamlSource;
  /** The thing beside whose fields the answer stands. */
  path: FieldPath;
  /** The answer itself. */
  at: FieldPath;
}

export function takeAnswers(value: unknown, source: YamlSource, path: FieldPath): WarningAnswer[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => takeAnswers(entry, source, [...path, index]));
  }
  const fields = value as Record<string, unknown>;
  const inner = Object.entries(fields)
    .filter(([name]) => name !== 'answers')
    .flatMap(([name, field]) => takeAnswers(field, source, [...path, name]));
  if (!Array.isArray(fields['answers'])) return inner;
  const own = (fields['answers'] as { warning: WarningCode }[]).map(({ warning }, index) => ({
    warning,
    source,
    path,
    at: [...path, 'answers', index],
  }));
  delete fields['answers'];
  return [...own, ...inner];
}

import { type FieldPath, fieldName } from '../problem.ts';
import type { WarningCode } from '../schemas/answers.ts';
import type { YamlSource } from '../source/yaml-source.ts';

/** What a file says to a warning that stays: it stands for the thing beside whose fields it is written. */
export interface WarningAnswer {
  warning: WarningCode;
  file: string;
  /** The field of the thing; empty for the whole file. */
  thing: string;
  /** Where the answer itself stands. */
  line: number;
  field: string;
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
  const own = (fields['answers'] as { warning: WarningCode }[]).map(({ warning }, index) => {
    const at = [...path, 'answers', index];
    return {
      warning,
      file: source.file,
      thing: fieldName(path),
      line: source.lineOf(at),
      field: fieldName(at),
    };
  });
  delete fields['answers'];
  return [...own, ...inner];
}

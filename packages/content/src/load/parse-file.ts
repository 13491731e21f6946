import type { z } from 'zod';
import type { FieldPath } from '../problem.ts';
import { explainIssue } from '../source/explain-issue.ts';
import { problemIn } from '../source/sources.ts';
import { type YamlSource, readYaml } from '../source/yaml-source.ts';
import type { Loading } from './loading.ts';
import { takeAnswers } from './take-answers.ts';

export interface Parsed<T> {
  value: T;
  source: YamlSource;
}

/** The file's value, or undefined with problems that say what keeps it from being read. */
export function parseFile<T>(loading: Loading, file: string, schema: z.ZodType<T>): Parsed<T> | undefined {
  const source = open(loading, file);
  if (!source) return undefined;
  const value = check(loading, source, schema, source.value, []);
  return value === undefined ? undefined : { value, source };
}

/** A faulty entry of a list is left out, so that one slip does not hide everything around it. */
export function parseList<T extends object>(
  loading: Loading,
  file: string,
  name: string,
  schema: z.ZodType<Record<string, unknown>>,
  entrySchema: z.ZodType<T>,
): Parsed<T[]> | undefined {
  const source = open(loading, file);
  if (!source) return undefined;
  const raw = source.value as Record<string, unknown> | null;
  const entries = typeof raw === 'object' && raw !== null ? raw[name] : undefined;
  if (!Array.isArray(entries)) {
    check(loading, source, schema, raw, []);
    return undefined;
  }
  const known = { ...raw, [name]: [] };
  check(loading, source, schema, known, [], (problemPath) => problemPath[0] !== name);
  const value = entries.flatMap((entry, index) => {
    const path = [name, index];
    const parsed = check(loading, source, entrySchema, entry, path);
    if (parsed === undefined) return [];
    loading.sources.remember(parsed, source, path);
    return [parsed];
  });
  return { value, source };
}

function open(loading: Loading, file: string): YamlSource | undefined {
  const source = readYaml(file, loading.reader.text(file));
  if (source.problems.length === 0) return source;
  loading.broken(file, source.problems);
  return undefined;
}

function check<T>(
  loading: Loading,
  source: YamlSource,
  schema: z.ZodType<T>,
  raw: unknown,
  base: FieldPath,
  concerns: (path: FieldPath) => boolean = () => true,
): T | undefined {
  const result = schema.safeParse(raw);
  if (result.success) {
    loading.answers.push(...takeAnswers(result.data, source, base));
    if (base.length === 0) loading.sources.remember(result.data, source, []);
    return result.data;
  }
  const root = base.length === 0 ? raw : source.value;
  const problems = result.error.issues
    .flatMap((issue) => explainIssue(issue, root, base))
    .filter((found) => concerns(found.path))
    .map(({ path, ...fault }) => problemIn(source, path, fault));
  if (problems.length > 0) {
    loading.broken(source.file, problems);
  }
  return undefined;
}

import type { z } from 'zod';
import { type FieldPath, fieldName } from '../problem.ts';

type Issue = z.core.$ZodIssue;

export interface Explanation {
  code: string;
  path: FieldPath;
  message: string;
  fix: string;
}

/** Turns a schema's finding into plain English for an author; one issue may name many fields. */
export function explainIssue(issue: Issue, root: unknown, base: FieldPath = []): Explanation[] {
  const path = [...base, ...(issue.path as FieldPath)];
  const field = path.length === 0 ? 'the file' : fieldName(path);
  const name = path.at(-1);
  const value = valueAt(root, path);

  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknown-field',
      path: [...path, key],
      message: `There is no field "${key}" here`,
      fix: 'correct its spelling or indentation, or remove it; content/README.md lists the fields',
    }));
  }

  if (value === undefined && (name === 'es' || name === 'en')) {
    const language = name === 'es' ? 'Spanish' : 'English';
    return [
      {
        code: 'missing-language',
        path,
        message: `The ${language} is missing`,
        fix: `add ${name}: with the ${language} words`,
      },
    ];
  }

  if (value === undefined && name !== undefined) {
    return [
      {
        code: 'missing-field',
        path,
        message: typeof name === 'number' ? `Entry ${name} is missing` : `"${name}" is missing`,
        fix: `add ${typeof name === 'number' ? 'it' : `${name}:`}${wanted(issue)}`,
      },
    ];
  }

  switch (issue.code) {
    case 'invalid_type':
      return [
        {
          code: 'wrong-type',
          path,
          message: `${field} is ${describeValue(value)}, not ${typeName(issue.expected)}`,
          fix: typeFix(issue.expected, value),
        },
      ];
    case 'invalid_value':
      return [
        {
          code: 'unknown-value',
          path,
          message: `"${String(value)}" is not a value of ${field}`,
          fix: `write ${list(issue.values.map(String))}`,
        },
      ];
    case 'invalid_union': {
      if (issue.discriminator !== undefined) {
        return explainDiscriminator(issue, root, path);
      }
      const branch = bestBranch(issue.errors);
      if (branch) return branch.flatMap((inner) => explainIssue(inner, root, path));
      return [
        {
          code: 'wrong-type',
          path,
          message: `${field} is ${describeValue(value)}, which fits nothing that may stand here`,
          fix: 'compare it with content/README.md',
        },
      ];
    }
    case 'too_small':
    case 'too_big':
      return [{ code: 'size', path, message: sizeMessage(issue, field), fix: sizeFix(issue) }];
    case 'invalid_format':
      return [
        {
          code: 'format',
          path,
          message: `"${String(value)}" is not how ${field} is written`,
          fix: issue.message,
        },
      ];
    case 'invalid_key':
      return [
        {
          code: 'format',
          path,
          message: `"${String(name)}" is not an id`,
          fix: 'write lower-case letters, digits and hyphens',
        },
      ];
    default:
      return [{ code: 'schema', path, message: `${field}: ${issue.message}`, fix: 'correct it' }];
  }
}

function explainDiscriminator(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  root: unknown,
  path: FieldPath,
): Explanation[] {
  const name = issue.discriminator as string;
  const at = path.at(-1) === name ? path : [...path, name];
  const value = valueAt(root, at);
  const allowed = 'options' in issue ? (issue.options as unknown[]).map(String) : [];
  return [
    {
      code: value === undefined ? 'missing-field' : 'unknown-value',
      path: at,
      message:
        value === undefined
          ? `"${name}" is missing`
          : `"${String(value)}" is not a value of ${fieldName(at)}`,
      fix: allowed.length > 0 ? `write ${name}: ${list(allowed)}` : `write one of its values`,
    },
  ];
}

/** Of a choice of shapes, the one that the author most likely meant: it failed deepest. */
function bestBranch(branches: Issue[][]): Issue[] | undefined {
  const depth = (issues: Issue[]) => {
    const wrongKind = issues.some((i) => i.code === 'invalid_type' && i.path.length === 0);
    return wrongKind ? -1 : Math.max(...issues.map((issue) => issue.path.length));
  };
  return branches
    .filter((issues) => issues.length > 0 && depth(issues) >= 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}

function valueAt(root: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    root,
  );
}

function wanted(issue: Issue): string {
  if (issue.code === 'invalid_type') return ` with ${typeName(issue.expected)}`;
  if (issue.code === 'invalid_value') return ` ${list(issue.values.map(String))}`;
  return '';
}

function typeName(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
  };
  return names[expected] ?? expected;
}

function typeFix(expected: string, value: unknown): string {
  if (expected === 'string' && Array.isArray(value)) return 'write one value, without brackets';
  if (expected === 'string' && typeof value !== 'object') return 'put it in quotes';
  if (expected === 'object') return 'write its fields, as in { es: …, en: … } for a text';
  return `write ${typeName(expected)}`;
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'string') return `text ("${value.slice(0, 40)}")`;
  return `${String(value)} without quotes`;
}

function sizeMessage(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, field: string) {
  const few = issue.code === 'too_small';
  if (issue.origin === 'string' && few) return `${field} is empty`;
  if (issue.origin === 'array') return `${field} has too ${few ? 'few' : 'many'} entries`;
  return `${field} is too ${few ? 'small' : 'large'}`;
}

function sizeFix(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  if (issue.origin === 'string') return 'write it';
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const bound = issue.exact ? 'exactly' : issue.code === 'too_small' ? 'at least' : 'at most';
  return `write ${bound} ${String(limit)}`;
}

function list(values: string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

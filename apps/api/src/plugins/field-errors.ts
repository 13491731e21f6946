import type { FieldError } from '../errors.ts';

/** What a schema found, of which only this much is read. */
interface Issue {
  code: string;
  path: readonly PropertyKey[];
  message: string;
  /** The names that have no field, where that is what is wrong. */
  keys?: readonly string[];
  /** Of a choice of shapes, what each of them found. */
  errors?: readonly (readonly Issue[])[];
}

/** Names each field at fault; what is wrong with the whole is said of its place: body, params or querystring. */
export const fieldErrors = (
  issues: readonly Issue[],
  place: string,
  base: readonly PropertyKey[] = [],
): FieldError[] =>
  issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    const meant = issue.errors && meantShape(issue.errors);
    if (meant) return fieldErrors(meant, place, path);
    if (issue.keys?.length)
      return issue.keys.map((key) => ({
        field: [...path, key].join('.'),
        message: 'There is no such field.',
      }));
    return [{ field: path.map(String).join('.') || place, message: issue.message }];
  });

const extra = (issues: readonly Issue[]): number =>
  issues.reduce((sum, { keys }) => sum + (keys?.length ?? 0), 0);
const isAnotherKind = (issues: readonly Issue[]): boolean =>
  issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);

/** The shape that the sender meant: of its kind, with the fewest fields that it does not know, then the fewest faults. */
const meantShape = (shapes: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  shapes
    .filter((issues) => !isAnotherKind(issues))
    .sort((a, b) => extra(a) - extra(b) || a.length - b.length)[0];

/** Where text stands that PostgreSQL refuses: NUL, or half of a pair. */
export const unstorableFields = (value: unknown, path: readonly string[] = []): string[] => {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => unstorableFields(inner, [...path, name]));
};

import type { FieldPath, Problem } from '../problem.ts';
import { fieldName } from '../problem.ts';
import type { WarningCode } from '../schemas/answers.ts';
import type { YamlSource } from './yaml-source.ts';

export type Fault = { message: string; fix: string } & (
  | { severity?: 'error'; code: string }
  // Only what has a name there can be answered.
  | { severity: 'warning'; code: WarningCode }
);

interface Place {
  source: YamlSource;
  path: FieldPath;
}

/** Remembers, for everything that was read, in which file and field it was written. */
export class Sources {
  readonly #places = new WeakMap<object, Place>();

  remember(value: unknown, source: YamlSource, path: FieldPath): void {
    if (typeof value !== 'object' || value === null) return;
    this.#places.set(value, { source, path });
    for (const [key, inner] of Object.entries(value)) {
      this.remember(inner, source, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }

  /** A value made from one that was read stands where that one stands. */
  follow(original: object, derived: object): void {
    this.#places.set(derived, this.#placeOf(original));
  }

  fileOf(value: object): string {
    return this.#placeOf(value).source.file;
  }

  /** The problem of `fault` in the field that `path` names, seen from `value`. */
  problem(value: object, path: FieldPath, fault: Fault): Problem {
    const { source, path: base } = this.#placeOf(value);
    return problemIn(source, [...base, ...path], fault);
  }

  #placeOf(value: object): Place {
    const place = this.#places.get(value);
    if (!place) throw new Error('This value was not read from a content file.');
    return place;
  }
}

export function problemIn(source: YamlSource, field: FieldPath, fault: Fault): Problem {
  return {
    severity: fault.severity ?? 'error',
    code: fault.code,
    file: source.file,
    line: source.lineOf(field),
    field: fieldName(field),
    message: fault.message,
    fix: fault.fix,
  };
}

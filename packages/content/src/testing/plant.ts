import { expect } from 'vitest';
import { checkContent } from '../check-content.ts';
import type { Problem } from '../problem.ts';
import { memoryReader } from '../reader.ts';
import { cleanCourse, cleanLearning } from './clean-course.ts';

export type Files = Record<string, string>;

/** Exchanges one passage of a file: the first `from`, or the first that stands after `after`. */
export function plant(files: Files, file: string, from: string, to: string, after = ''): Files {
  const text = files[file];
  if (text === undefined) throw new Error(`There is no file ${file}.`);
  const at = positionOf(text, from, after);
  if (at < 0) throw new Error(`${file} does not hold "${from}" after "${after}".`);
  return { ...files, [file]: text.slice(0, at) + to + text.slice(at + from.length) };
}

/** The clean course with one passage of a file exchanged. */
export function planted(file: string, from: string, to: string, after = ''): Files {
  const files = file.includes('/assessment/') ? cleanCourse() : cleanLearning();
  return plant(files, file, from, to, after);
}

export function without(file: string): Files {
  const { [file]: gone, ...rest } = cleanLearning();
  if (gone === undefined) throw new Error(`The clean course has no file ${file}.`);
  return rest;
}

export function problemsOf(files: Files, bank?: Files): Problem[] {
  return checkContent(memoryReader(files), { bank: bank && memoryReader(bank) }).problems;
}

interface Expected {
  code: string;
  file: string;
  field: string;
  /** What stands on the line that is told, found after `after`; the first line if absent. */
  at?: string;
  after?: string;
  severity?: Problem['severity'];
}

/** The planted faults are told where they stand, and nothing else is. */
export function expectOnly(files: Files, ...expected: Expected[]): void {
  expect(problemsOf(files).map(place)).toEqual(expected.map((one) => expectedPlace(files, one)));
}

/** The planted fault is told where it stands, beside what follows from it. */
export function expectProblem(files: Files, expected: Expected): void {
  expect(problemsOf(files).map(place)).toContainEqual(expectedPlace(files, expected));
}

function place({ code, file, line, field, severity }: Problem) {
  return { code, file, line, field, severity };
}

function expectedPlace(files: Files, expected: Expected) {
  const { code, file, field, at, after = '', severity = 'error' } = expected;
  return {
    code,
    file,
    line: at === undefined ? 1 : lineOf(files[file]!, at, after),
    field,
    severity,
  };
}

function lineOf(text: string, at: string, after: string): number {
  const position = positionOf(text, at, after);
  if (position < 0) throw new Error(`Nothing reads "${at}" after "${after}".`);
  return text.slice(0, position).split('\n').length;
}

function positionOf(text: string, part: string, after: string): number {
  const start = text.indexOf(after);
  return start < 0 ? -1 : text.indexOf(part, start + after.length);
}

import { type LoadOptions, type LoadedContent, loadContent } from './load/load-content.ts';
import { lint } from './lint/lint.ts';
import type { Problem } from './problem.ts';
import type { Reader } from './reader.ts';

export interface CheckedContent extends LoadedContent {
  /** The warnings that stay, each answered in its file. */
  answered: Problem[];
}

/** Loads the courses and gathers every problem: what keeps files from being read, and the rest. */
export function checkContent(reader: Reader, options: LoadOptions = {}): CheckedContent {
  const loaded = loadContent(reader, options);
  const { open, answered } = lint(loaded);
  const problems = [...loaded.problems, ...open].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.field, b.field),
  );
  return { ...loaded, problems, answered };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { type LoadOptions, type LoadedContent, loadContent } from './load/load-content.ts';
import { lint } from './lint/lint.ts';
import type { Reader } from './reader.ts';

/** Loads the courses and gathers every problem: what keeps files from being read, and the rest. */
export function checkContent(reader: Reader, options: LoadOptions = {}): LoadedContent {
  const loaded = loadContent(reader, options);
  const problems = [...loaded.problems, ...lint(loaded)].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.field, b.field),
  );
  return { ...loaded, problems };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

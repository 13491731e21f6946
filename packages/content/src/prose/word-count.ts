import { scanProse } from './scan-prose.ts';

/** The words of a text as a reader counts them: components and Markdown signs are none. */
export function wordCount(text: string): number {
  return scanProse(text).words.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

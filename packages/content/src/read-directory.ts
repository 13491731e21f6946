import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Reader } from './reader.ts';

export function readDirectory(directory: string): Reader {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${directory} is not a folder. Name the folder that holds the courses.`);
  }
  return {
    files: () =>
      readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, sep).length))
        .map((file) => file.split(sep).join('/'))
        .sort(),
    text: (file) => readFileSync(join(directory, file), 'utf8'),
  };
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDirectory } from './read-directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'puente-content-'));
mkdirSync(join(folder, 'tiny/salt'), { recursive: true });
writeFileSync(join(folder, 'tiny/course.yaml'), 'id: tiny\n');
writeFileSync(join(folder, 'tiny/salt/module.yaml'), 'título: sí\n');
afterAll(() => rmSync(folder, { recursive: true }));

test('files are named relative to the folder, and read as UTF-8', () => {
  const reader = readDirectory(folder);
  expect(reader.files()).toEqual(['tiny/course.yaml', 'tiny/salt/module.yaml']);
  expect(reader.text('tiny/salt/module.yaml')).toBe('título: sí\n');
});

test('a trailing slash changes nothing', () => {
  expect(readDirectory(`${folder}/`).files()).toHaveLength(2);
});

test('a folder that is none is named', () => {
  expect(() => readDirectory(join(folder, 'nowhere'))).toThrow(/nowhere is not a folder/);
});

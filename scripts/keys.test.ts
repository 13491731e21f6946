import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKeys } from './keys.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-keys-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('keys are made once, for their owner alone, also where a crash left an empty file', async () => {
  await writeFile(join(folder, 'keys.json'), '');
  const made = await loadKeys(folder);
  expect(made.access).toHaveLength(43);
  expect(made.refresh).not.toBe(made.access);
  expect(await loadKeys(folder)).toEqual(made);
  expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['keys.json']);
});

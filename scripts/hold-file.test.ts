import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdFile } from './hold-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-hold-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const isHeld = (hold: object): hold is { release: () => Promise<void> } => 'release' in hold;

test('of many at once one gets it, the others learn who has it, and it is free again afterwards', async () => {
  const path = join(folder, 'many');
  const holds = await Promise.all(Array.from({ length: 20 }, () => holdFile(path)));
  const [winner, ...more] = holds.filter(isHeld);
  expect(more).toEqual([]);
  expect(holds.filter((hold) => 'holder' in hold && hold.holder === process.pid)).toHaveLength(19);
  await winner!.release();
  expect(isHeld(await holdFile(path))).toBe(true);
  expect((await readdir(folder)).filter((name) => name.startsWith('many'))).toEqual(['many']);
});

test.each([
  ['an empty file', () => ''],
  ['a number without a start', () => String(process.pid)],
  ['a number that another process has by now', () => `${process.pid} 1`],
  ['the number of a process that has ended', endedMark],
])('%s is what a crash left behind: one of many takes its place', async (_, leftover) => {
  const path = join(folder, 'left');
  await writeFile(path, await leftover());
  const holds = await Promise.all(Array.from({ length: 20 }, () => holdFile(path)));
  expect(holds.filter(isHeld)).toHaveLength(1);
  await holds.find(isHeld)!.release();
  expect((await readdir(folder)).filter((name) => name.startsWith('left'))).toEqual([]);
});

/** What a process would leave that was killed while it held the file. */
async function endedMark(): Promise<string> {
  const path = join(folder, 'ended');
  const code = `import { holdFile } from './hold-file.ts'; await holdFile(${JSON.stringify(path)}); process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: import.meta.dirname,
    stdio: 'ignore',
  });
  await new Promise((done) => child.once('exit', done));
  expect(await readFile(path, 'utf8')).toMatch(new RegExp(`^${child.pid} \\S`));
  return readFile(path, 'utf8');
}

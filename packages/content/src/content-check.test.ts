import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { cleanCourse } from './testing/clean-course.ts';
import { type Files, planted } from './testing/plant.ts';

vi.setConfig({ testTimeout: 30_000 });

const script = fileURLToPath(new URL('../../../scripts/content-check.ts', import.meta.url));
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function check(files: Files, ...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'puente-check-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { PUENTE_BANK: _bank, ...env } = process.env;
  return spawnSync(process.execPath, [script, '--dir', folder, ...options], {
    encoding: 'utf8',
    env,
  });
}

test('sound courses pass, and the check counts what they hold', () => {
  const { status, stdout } = check(cleanCourse(), '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    courses: [
      {
        id: 'tiny',
        modules: 2,
        openModules: 1,
        lessons: 1,
        concepts: 3,
        practiceItems: 6,
        gainItems: 34,
        sealedItems: 20,
        cases: 1,
        forms: 3,
        words: { es: 666, en: 666 },
      },
    ],
    problems: [],
  });
});

test('an error is printed with file, line, field and fix, and the check fails', () => {
  const { status, stdout } = check(planted('tiny/salt/practice.yaml', 'key: k3f9', 'key: q7q7'));
  expect(status).toBe(1);
  expect(stdout).toContain(
    'tiny/salt/practice.yaml:10 items[0].key — The key "q7q7" is none of the options. ' +
      'Fix: write the id of the right option: k3f9, t81x, w2m4, z9q1.',
  );
});

test('a warning is printed, and the check passes', () => {
  const long = planted('tiny/salt/lessons/salt-water/lesson.en.svx', '## 2', 'water '.repeat(300));
  const { status, stdout } = check(long);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^warning lesson-length: tiny\/salt\/lessons\/salt-water\/lesson\.en\.svx:1 — /m);
});

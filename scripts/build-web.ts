import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = join(root, 'apps/web');
const stamp = join(web, 'build/inputs.sha256');
const inputs = [
  'apps/web/src',
  'apps/web/static',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'content',
  'packages/figures/src',
  'packages/models/src',
  'packages/schemas/src',
  'packages/content/src',
  'packages/measurement/src',
  'pnpm-lock.yaml',
];

/** Builds the pages unless the last build was of the same sources. */
export const buildWeb = async (): Promise<void> => {
  const hash = await hashInputs();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  console.log('Building the pages (once per change, about half a minute) …');
  await new Promise<void>((done, fail) => {
    const output: string[] = [];
    const build = spawn(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build'], {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    for (const stream of [build.stdout, build.stderr])
      stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    build.on('error', fail);
    build.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`The pages did not build:\n${output.join('')}`)),
    );
  });
  await writeFile(stamp, hash);
};

const hashInputs = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesUnder(join(root, input)))
      hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest('hex');
};

const filesUnder = async (path: string): Promise<string[]> => {
  if (!existsSync(path)) return [];
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
};

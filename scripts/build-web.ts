import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { holdFile } from './hold-file.ts';
import { runToEnd } from './run-to-end.ts';

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

/**
 * Builds the pages unless the last build was of the same sources; waits for whoever builds them now. Gives the hash of
 * the sources, courses included.
 */
export const buildWeb = async (signal?: AbortSignal): Promise<string> => {
  const hash = await hashInputs();
  const isBuilt = async () => existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash;
  while (!(await isBuilt())) {
    const hold = await holdFile(join(web, '.build.pid'));
    if ('holder' in hold) {
      await pause(500, undefined, { signal });
      continue;
    }
    try {
      if (!(await isBuilt())) await build(hash, signal);
    } finally {
      await hold.release();
    }
  }
  return hash;
};

const build = async (hash: string, signal: AbortSignal | undefined): Promise<void> => {
  console.log('Building the pages (once per change, about half a minute) …');
  await runToEnd(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production' },
    signal,
  }).catch((error: Error) => {
    throw signal?.aborted ? error : new Error(`The pages did not build:\n${error.message}`);
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

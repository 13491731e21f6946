import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { PageHandler } from '../apps/api/src/server.ts';

const servedForMs = 60 * 86_400_000;
const list = 'assets.json';
const folder = 'client/_app/immutable';
const address = '/_app/immutable/';

/** Since when a file has not been of the build that runs; null while it is. */
type Index = Record<string, string | null>;

const filesUnder = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

/**
 * Keeps this build's hashed files where the data is, which outlives the build, and says which of older builds are there:
 * for 60 days after the last start with them.
 */
export const keepAssets = async (build: string, store: string, now: Date): Promise<ReadonlySet<string>> => {
  await mkdir(store, { recursive: true });
  const indexPath = join(store, list);
  const known = existsSync(indexPath) ? (JSON.parse(await readFile(indexPath, 'utf8')) as Index) : {};
  const index: Index = {};
  const older = new Set<string>();
  for (const name of await filesUnder(join(build, folder))) {
    index[name] = null;
    if (!(name in known)) await cp(join(build, folder, name), join(store, name));
  }
  for (const [name, since] of Object.entries(known)) {
    if (name in index) continue;
    const left = since ?? now.toISOString();
    if (now.getTime() - new Date(left).getTime() > servedForMs) {
      await rm(join(store, name), { force: true });
      continue;
    }
    index[name] = left;
    older.add(name);
  }
  // Whole or not at all: a start that is cut off keeps the list of before.
  await writeFile(`${indexPath}.new`, JSON.stringify(index));
  await rename(`${indexPath}.new`, indexPath);
  return older;
};

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A page that was opened before a new version still finds what it had not fetched yet. */
export const withOlderAssets =
  (handler: PageHandler, store: string, older: ReadonlySet<string>): PageHandler =>
  (request, response, next) => {
    // Compared and never read as an address: whatever is asked for, only names that we keep are served.
    const [path = ''] = (request.url ?? '').split('?', 1);
    const name = path.startsWith(address) ? path.slice(address.length) : '';
    if (!older.has(name)) return handler(request, response, next);
    const brotli = older.has(`${name}.br`) && /\bbr\b/.test(String(request.headers['accept-encoding']));
    response.writeHead(200, {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(brotli && { 'content-encoding': 'br' }),
    });
    createReadStream(join(store, brotli ? `${name}.br` : name))
      .on('error', () => response.destroy())
      .pipe(response);
  };

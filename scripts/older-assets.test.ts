import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepAssets, withOlderAssets } from './older-assets.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'puente-assets-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
/** Builds these files anew, as a deployment does, and starts with them. */
const start = async (names: string[], now: Date): Promise<string[]> => {
  const build = join(root, 'build');
  const chunks = join(build, 'client/_app/immutable/chunks');
  await rm(build, { recursive: true, force: true });
  await mkdir(chunks, { recursive: true });
  for (const name of names) {
    await writeFile(join(chunks, name), name);
    await writeFile(join(chunks, `${name}.br`), brotliCompressSync(name));
  }
  const older = await keepAssets(build, join(root, 'assets'), now);
  return [...older].filter((name) => name.endsWith('.js')).sort();
};

test('files of an older build are there for 60 days after the last start with them, however old they were', async () => {
  expect(await start(['a.js', 'both.js'], day(1))).toEqual([]);
  expect(await start(['b.js', 'both.js'], day(200))).toEqual(['chunks/a.js']);
  expect(await start(['c.js', 'both.js'], day(260))).toEqual(['chunks/a.js', 'chunks/b.js']);
  expect(await start(['c.js', 'both.js'], day(261))).toEqual(['chunks/b.js']);
  expect(await readdir(join(root, 'assets/chunks'))).toHaveLength(6);
});

test('what comes back with a later build is of that build again', async () => {
  await start(['a.js'], day(1));
  await start(['b.js'], day(2));
  await start(['a.js'], day(40));
  expect(await start(['c.js'], day(101))).toEqual(['chunks/a.js']);
});

test('an older file is served as the build served it, compressed where asked; all else is the pages’', async () => {
  await start(['a.js'], day(1));
  await start(['b.js'], day(2));
  const older = await keepAssets(join(root, 'build'), join(root, 'assets'), day(3));
  const pages = withOlderAssets(
    (_request, response) => void response.writeHead(404).end('pages'),
    join(root, 'assets'),
    older,
  );
  const server = createServer((request, response) => pages(request, response, () => undefined));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const get = (path: string, encoding: string) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      headers: { 'accept-encoding': encoding },
    });
  for (const encoding of ['identity', 'br']) {
    const answer = await get('/_app/immutable/chunks/a.js?x', encoding);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'br' ? 'br' : null);
    expect(await answer.text()).toBe('a.js');
  }
  for (const path of ['/_app/immutable/chunks/b.js', '/_app/immutable/../assets.json', '/es', '//'])
    expect((await get(path, 'br')).status, path).toBe(404);
  server.close();
});

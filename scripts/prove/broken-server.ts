import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../packages/database/src/embedded.ts';
import { migrate, openDatabase, type Database } from '../../packages/database/src/index.ts';
import { startApi, type ApiProcess } from '../bench/start-api.ts';

const run = promisify(execFile);
const diskBytes = 2_000_000_000;
const name = 'faults';
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export const faults = [
  'postgres-killed',
  'server-killed',
  'disk-full',
  'connections-gone',
  'table-locked',
] as const;
export type Fault = (typeof faults)[number];

/** PostgreSQL and the API as processes of their own, and ways to break them. */
export class BrokenServer {
  readonly database: Database;
  /** What this machine lets us break. */
  readonly faults: readonly Fault[];
  readonly #directory: string;
  readonly #mounted: boolean;
  readonly #key = randomBytes(32).toString('hex');
  readonly #urls: { owner: string; api: string };
  readonly #postgresPort: number;
  #postgres: EmbeddedPostgres;
  #api: ApiProcess;

  private constructor(
    directory: string,
    mounted: boolean,
    postgres: EmbeddedPostgres,
    api: ApiProcess,
    key: string,
  ) {
    this.#directory = directory;
    this.#mounted = mounted;
    this.#postgres = postgres;
    this.#api = api;
    this.#key = key;
    this.#urls = postgres.urls(name);
    this.#postgresPort = Number(new URL(this.#urls.api).port);
    this.database = openDatabase(this.#urls.api, { maximum: 4 });
    this.faults = mounted ? faults : faults.filter((fault) => fault !== 'disk-full');
  }

  static async start(): Promise<BrokenServer> {
    const directory = await mkdtemp(join(tmpdir(), 'puente-faults-'));
    // A disk of its own can be full without harm to others; only root may make one.
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', directory]).then(
      () => true,
      () => false,
    );
    const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
    await postgres.createDatabase(name);
    const { owner, api: url } = postgres.urls(name);
    await migrate(owner, 'puente_api');
    const key = randomBytes(32).toString('hex');
    const api = await startApi({ url, folding: true, key });
    return new BrokenServer(directory, mounted, postgres, api, key);
  }

  get address(): string {
    return `http://127.0.0.1:${this.#api.port}`;
  }

  signTokens: ApiProcess['signTokens'] = (people) => this.#api.signTokens(people);

  /** Breaks it for a while, and mends it. */
  async suffer(fault: Fault, ms: number): Promise<void> {
    if (fault === 'postgres-killed') {
      process.kill(this.#postgres.pid, 'SIGKILL');
      await pause(ms);
      await this.#restartPostgres();
    } else if (fault === 'server-killed') {
      const { port } = this.#api;
      await this.#api.kill();
      await pause(ms);
      this.#api = await startApi({ url: this.#urls.api, folding: true, key: this.#key, port });
    } else if (fault === 'disk-full') {
      await this.#fillDisk(ms);
    } else if (fault === 'connections-gone') {
      await this.#takeConnections(ms);
    } else {
      await this.#lockResponses(ms);
    }
  }

  async #restartPostgres(): Promise<void> {
    this.#postgres = await startEmbeddedPostgres({
      directory: join(this.#directory, 'postgres'),
      port: this.#postgresPort,
    });
  }

  async #fillDisk(ms: number): Promise<void> {
    const { bsize, blocks, bfree } = await statfs(this.#directory);
    const resize = (size: number) =>
      run('mount', ['-o', `remount,size=${size}`, this.#directory]).then(() => undefined);
    await resize((blocks - bfree) * bsize + 64 * 1024);
    await pause(ms);
    await resize(diskBytes);
    // Where even its journal found no room, PostgreSQL ended, as it should.
    const answers = await this.database.pool.query('select 1').then(
      () => true,
      () => false,
    );
    if (!answers) {
      await this.#postgres.stop().catch(() => undefined);
      await this.#restartPostgres();
    }
  }

  /** Somebody else takes every connection that PostgreSQL gives. */
  async #takeConnections(ms: number): Promise<void> {
    const greedy = openDatabase(this.#urls.api, { maximum: 130 });
    const take = () =>
      greedy.pool.connect().then(
        (client) => client,
        () => undefined,
      );
    const first = await take();
    const taken = [first, ...(await Promise.all(Array.from({ length: 100 }, take)))];
    await first
      ?.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where backend_start < (select backend_start from pg_stat_activity where pid = pg_backend_pid()) and usename = current_user`,
      )
      .catch(() => undefined);
    taken.push(...(await Promise.all(Array.from({ length: 29 }, take))));
    await pause(ms);
    for (const client of taken) client?.release(true);
    await greedy.close();
  }

  /** Statements hang, and with them the pool. */
  async #lockResponses(ms: number): Promise<void> {
    const owner = openDatabase(this.#urls.owner, { maximum: 1 });
    const client = await owner.pool.connect();
    await client.query('begin');
    await client.query('lock table responses in access exclusive mode');
    await pause(ms);
    client.release(true);
    await owner.close();
  }

  async stop(): Promise<void> {
    await this.#api.stop();
    await this.database.close();
    await this.#postgres.stop();
    if (this.#mounted) await run('umount', [this.#directory]);
    await rm(this.#directory, { recursive: true, force: true });
  }
}

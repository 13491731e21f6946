import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../apps/api/src/app.ts';
import { hostUnderDemonstrationRules } from '../apps/api/src/demonstration/rules.ts';
import { seedDemonstration } from '../apps/api/src/demonstration/seed.ts';
import { startAnalysing } from '../apps/api/src/features/insights/analysis-loop.ts';
import { startFolding } from '../apps/api/src/features/insights/fold-loop.ts';
import { startRanking } from '../apps/api/src/features/selection/snapshot/start-ranking.ts';
import { mountPages, type PageHandler } from '../apps/api/src/server.ts';
import {
  checkContent,
  formatProblem,
  loadContent,
  readDirectory,
  type Content,
} from '../packages/content/src/server.ts';
import { assertApiRole, migrate, openDatabase, type Database } from '../packages/database/src/index.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../packages/database/src/embedded.ts';
import { analyzeTables } from './analyze-tables.ts';
import { buildWeb } from './build-web.ts';
import { holdData } from './hold-file.ts';
import { loadKeys } from './keys.ts';
import { keepAssets, withOlderAssets } from './older-assets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

export interface RunningPuente {
  address: string;
  demonstration: boolean;
  embedded: EmbeddedPostgres | null;
  stop(): Promise<void>;
}

interface Options {
  port: number;
  dataFolder?: string;
  /** For a story that takes weeks: tells what time it is to everything. */
  clock?: () => Date;
  /** Size of the demonstration's section, where one is made. */
  students?: number;
  /** The database of a Puente that runs already, which goes on folding and ranking for both. */
  beside?: string;
  say?: (line: string) => void;
  /** Gives the start up: what was started ends, and the promise fails. */
  signal?: AbortSignal;
}

/** Brings up database, API and pages in this process. */
export const runPuente = async ({
  port,
  dataFolder,
  clock,
  students,
  beside,
  say = () => undefined,
  signal,
}: Options): Promise<RunningPuente> => {
  const data = resolve(dataFolder ?? process.env.PUENTE_DATA ?? join(root, '.puente'));
  await mkdir(data, { recursive: true, mode: 0o700 });
  const undo: (() => Promise<unknown>)[] = [await holdData(data)];
  // Each step is taken, though one before it failed: what is left running would outlive this process.
  const stop = async () => {
    const failures: unknown[] = [];
    for (const step of undo.splice(0).reverse()) await step().catch((error) => failures.push(error));
    if (failures.length) throw failures[0];
  };
  try {
    const sources = await buildWeb(signal);
    const assets = join(data, 'assets');
    const older = await keepAssets(join(root, 'apps/web/build'), assets, new Date());
    const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
    // It comes up while the courses are read.
    const booting =
      beside || DATABASE_URL || DATABASE_OWNER_URL
        ? undefined
        : startEmbeddedPostgres({ directory: join(data, 'postgres') });
    booting?.catch(() => undefined);
    undo.push(async () => (await booting)?.stop());
    const content = await loadCourses(join(data, 'checked.sha256'), sources);
    const keys = await loadKeys(data);
    signal?.throwIfAborted();
    const { apiUrl, embedded } = beside
      ? { apiUrl: beside, embedded: null }
      : await openPostgres(booting, { content, keys, students }, say, signal);
    const database = openDatabase(apiUrl, { maximum: 20 });
    undo.push(() => database.close());
    await assertApiRole(database.pool);
    const demonstration = await isDemonstration(database);
    const host = hostUnderDemonstrationRules({
      demonstration,
      host: process.env.PUENTE_HOST,
      environment: process.env.NODE_ENV,
    });

    process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
    process.env.HOST_HEADER = 'x-forwarded-host';
    // A roster of 10 MB in a form; without it the handler refuses what is over 512 kB.
    process.env.BODY_SIZE_LIMIT ??= '15M';
    const { handler } = (await import(join(root, 'apps/web/build/handler.js'))) as { handler: PageHandler };
    const app = await buildApp({
      db: database,
      content,
      keys,
      version,
      ...(clock && { clock }),
      trustProxy: process.env.PUENTE_TRUST_PROXY === 'true',
      logger: {
        level: process.env.PUENTE_LOG ?? 'warn',
        redact: ['req.headers.cookie', 'req.headers.authorization'],
      },
    });
    await mountPages(app, withOlderAssets(handler, assets, older));
    const background = beside
      ? []
      : [
          startFolding(app),
          startAnalysing({ url: apiUrl, content }, app.log),
          startRanking({ url: apiUrl }, app.log),
        ];
    undo.push(async () => {
      await app.close();
      await Promise.all(background.map((loop) => loop.stop()));
    });
    signal?.throwIfAborted();
    // A hall that comes at once waits in line; 511 places, the default, are too few for it.
    await app.listen({ port, host, backlog: 4096 });
    return {
      address: `http://${nameOf(host)}:${port}`,
      demonstration,
      embedded,
      stop,
    };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
};

const nameOf = (host: string): string => {
  if (['0.0.0.0', '127.0.0.1', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

/** Work that cannot be told to stop is left behind; what it stands on is taken away next. */
const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
  signal
    ? Promise.race([
        work,
        new Promise<never>((_, fail) => {
          const giveUp = () => fail(signal.reason as Error);
          if (signal.aborted) giveUp();
          signal.addEventListener('abort', giveUp);
        }),
      ])
    : work;

/** Reads the courses; what was checked once, and has not changed since, is not checked again. */
const loadCourses = async (stamp: string, sources: string): Promise<Content> => {
  const bank = process.env.PUENTE_BANK;
  const courses = readDirectory(join(root, 'content'));
  if (!bank && (await readFile(stamp, 'utf8').catch(() => '')) === sources) return loadContent(courses);
  const loaded = checkContent(courses, bank ? { bank: readDirectory(bank) } : {});
  const faults = loaded.problems.filter((problem) => problem.severity === 'error');
  if (faults.length)
    throw new Error(`The courses have ${faults.length} errors:\n${faults.map(formatProblem).join('\n')}`);
  if (!bank) await writeFile(stamp, sources);
  return loaded;
};

const openPostgres = async (
  booting: Promise<EmbeddedPostgres> | undefined,
  demonstration: Pick<Parameters<typeof seedDemonstration>[0], 'content' | 'keys' | 'students'>,
  say: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<{ apiUrl: string; embedded: EmbeddedPostgres | null }> => {
  const { DATABASE_URL: apiUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!booting) {
    if (!apiUrl || !ownerUrl)
      throw new Error(
        "Set both DATABASE_URL (the API's role) and DATABASE_OWNER_URL (migrates), or neither.",
      );
    await migrate(ownerUrl, decodeURIComponent(new URL(apiUrl).username));
    return { apiUrl, embedded: null };
  }
  const embedded = await booting;
  signal?.throwIfAborted();
  if (await embedded.hasDatabase('puente')) {
    const urls = embedded.urls('puente');
    await migrate(urls.owner, 'puente_api');
    return { apiUrl: urls.api, embedded };
  }
  hostUnderDemonstrationRules({
    demonstration: true,
    host: process.env.PUENTE_HOST,
    environment: process.env.NODE_ENV,
  });
  // Made aside and renamed when whole, so that a start that was cut off leaves nothing half done.
  say('Making the demonstration: one term of a synthetic section …');
  await embedded.dropDatabase('puente_seeding');
  await embedded.createDatabase('puente_seeding');
  const seeding = embedded.urls('puente_seeding');
  await migrate(seeding.owner, 'puente_api');
  const database = openDatabase(seeding.api);
  try {
    await unlessAborted(seedDemonstration({ ...demonstration, database, progress: say }), signal);
  } finally {
    await database.close();
  }
  await analyzeTables(seeding.owner);
  await embedded.renameDatabase('puente_seeding', 'puente');
  return { apiUrl: embedded.urls('puente').api, embedded };
};

const isDemonstration = (database: Database): Promise<boolean> =>
  database.asGlobal(async (db) => {
    const { rows } = await db.execute<{ marked: boolean }>(
      'select coalesce(bool_or(demonstration), false) as marked from institutions',
    );
    return rows[0]!.marked;
  });

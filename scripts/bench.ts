import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../packages/database/src/embedded.ts';
import { migrate, openDatabase, type Database } from '../packages/database/src/index.ts';
import { weighPages } from '../apps/web/e2e/page-budgets.ts';
import { timeFigures } from '../apps/web/e2e/frame-times.ts';
import { inBrowser } from './bench/in-browser.ts';
import { analyseDue } from '../apps/api/src/features/insights/analyse-due.ts';
import { rankDue } from '../apps/api/src/features/selection/rank-due.ts';
import { seedLargeSection, type LargeSection } from './bench/large-section.ts';
import { measureMeasurement } from '../packages/measurement/bench.ts';
import { measurePages, pageLine, pagesHeading, seedSection } from './bench/pages.ts';
import { analyzeTables } from './analyze-tables.ts';
import { timeRenderedPages } from './bench/rendered-pages.ts';
import { isBelowFloor, measureRecording, recordingHeading } from './bench/recording.ts';
import { startApi, type ApiProcess } from './bench/start-api.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '1,8,32' },
    batches: { type: 'string', default: '1,20' },
    /** Sizes of the sections that `scale` makes. */
    students: { type: 'string', default: '2000,20000' },
    /** recording, pages, scale, bytes, figures, measurement */
    only: { type: 'string' },
    /** Folds while it records, as a running server does; without it the table shows recording alone. */
    folding: { type: 'boolean', default: false },
  },
});
const numbers = (list: string) => list.split(',').map(Number);
const wanted = (part: string) => !values.only || values.only === part;
const say = (line = '') => console.log(line);

/** A database of its own, migrated, with the API over it in another process. */
const withApi = async (
  server: EmbeddedPostgres,
  name: string,
  folding: boolean,
  prepare: (database: Database) => Promise<void>,
  work: (database: Database, api: ApiProcess, analyze: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  await server.createDatabase(name);
  const { owner, api: url } = server.urls(name);
  await migrate(owner, 'puente_api');
  const database = openDatabase(url, { maximum: 40 });
  try {
    await prepare(database);
    const api = await startApi({ url, folding });
    try {
      await work(database, api, () => analyze(owner));
    } finally {
      await api.stop();
    }
  } finally {
    await database.close();
  }
};

/** What every database does by itself within a minute: without it the planner knows nothing of the new tables. */
const analyze = async (ownerUrl: string): Promise<void> => {
  const owner = openDatabase(ownerUrl, { maximum: 1 });
  await owner.pool.query('analyze');
  await owner.close();
};

const describeMachine = async ({ pool }: Database): Promise<string> => {
  const { rows } = await pool.query<Record<'version' | 'fsync' | 'commit', string>>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  );
  const { version, fsync, commit } = rows[0]!;
  const processor = `${cpus().length} × ${cpus()[0]!.model.trim()}, load ${loadavg()[0]!.toFixed(1)}`;
  return `${processor} · Node ${process.versions.node} · PostgreSQL ${version} · fsync ${fsync} · synchronous_commit ${commit}`;
};

const nothing = async () => undefined;

const recording = (server: EmbeddedPostgres) =>
  withApi(server, 'recording', values.folding, nothing, async (database, api, learn) => {
    say(await describeMachine(database));
    say(
      `\nResponses recorded per second (median of ${values.rounds} × ${values.seconds} s), and milliseconds per request`,
    );
    say(recordingHeading);
    const options = {
      clients: numbers(values.clients),
      batches: numbers(values.batches),
      seconds: Number(values.seconds),
      rounds: Number(values.rounds),
    };
    const results = await measureRecording(database, api, learn, options, say);
    if (results.some(isBelowFloor)) {
      say('Recording is below its floor: something costs that need not.');
      process.exitCode = 1;
    }
  });

/** What is slower than it promises fails the bench, once everything else is measured. */
const keep = (withinLimit: boolean) => {
  if (!withinLimit) process.exitCode = 1;
};

const limitsMs: Partial<Record<string, number>> = { insights: 50, shortlist: 1000 };
const sayPages = async (
  database: Database,
  api: ApiProcess,
  section: { institutionId: string; paths: Record<string, string> },
  students: number,
) => {
  say(pagesHeading(students));
  // What the machine does to any request stands first.
  const paths = { 'nothing but a query': '/api/health', ...section.paths };
  for (const result of await measurePages(database, api, { ...section, paths }, Number(values.seconds))) {
    const limit = limitsMs[result.name];
    say(pageLine(result, limit));
    keep(limit === undefined || result.timing.p95 <= limit);
  }
};

const pages = async (server: EmbeddedPostgres) => {
  let section: Awaited<ReturnType<typeof seedSection>>;
  const seed = async (database: Database) => {
    section = await seedSection(database);
    say(
      `\nThe demonstration: ${section.responses} responses of a section of 240 through the API in ${section.seconds.toFixed(1)} s`,
    );
  };
  await withApi(server, 'pages', true, seed, (database, api) => sayPages(database, api, section, 240));
  await inBrowser(async (_, address) => {
    for (const result of await timeRenderedPages(address, Number(values.seconds))) say(pageLine(result));
  });
};

const bytes = () =>
  inBrowser(async (browser, address) => {
    say('\nBytes over the network, compressed              kB  budget  script  budget');
    const kilobytes = (count: number) => (count / 1000).toFixed(1).padStart(8);
    for (const { name, bytes, budget } of await weighPages(browser, address, 'everybody'))
      say(
        `${name.padEnd(43)}${kilobytes(bytes.all)}${kilobytes(budget.all)}${kilobytes(bytes.script)}${kilobytes(budget.script)}`,
      );
  });

const figures = () =>
  inBrowser(async (browser, address) => {
    say('\nScript of one frame, ms (budget 4.0)        median  slowest');
    const times = await timeFigures(browser, address);
    for (const { view, median, slowest } of times)
      say(`${view.padEnd(41)}${median.toFixed(1).padStart(9)}${slowest.toFixed(1).padStart(9)}`);
    const slow = times.filter(({ median }) => median > 4);
    if (slow.length > 0) {
      say(`Over the budget: ${slow.map(({ view }) => view).join(', ')}`);
      process.exitCode = 1;
    }
  });

/** One section of so many students, 200 responses each: what its job takes, and what its pages wait. */
const scale = async (server: EmbeddedPostgres, students: number) => {
  let section: LargeSection;
  const seed = async (database: Database) => {
    section = await seedLargeSection(database, students);
    await analyzeTables(server.urls(`scale_${students}`).owner);
    say(
      `\nA section of ${students.toLocaleString('en')} with ${section.responses.toLocaleString('en')} responses`,
    );
    const seconds = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      return `${((performance.now() - began) / 1000).toFixed(1)} s`;
    };
    const { catalogue, institutionId } = section;
    const due = { now: new Date(), atOnce: true };
    say(
      `  its analyses, by the job: ${await seconds(() => analyseDue(database, catalogue, institutionId, due))}`,
    );
    say(`  its shortlist, ranked by the job: ${await seconds(() => rankDue(database, institutionId))}`);
  };
  await withApi(server, `scale_${students}`, true, seed, (database, api) =>
    sayPages(database, api, section, students),
  );
};

if (wanted('measurement')) keep(measureMeasurement(say));
if (values.only === 'measurement') process.exit();

const directory = await mkdtemp(join(tmpdir(), 'puente-bench-'));
const server = await startEmbeddedPostgres({ directory });
try {
  if (wanted('recording')) await recording(server);
  if (wanted('pages')) await pages(server);
  if (wanted('bytes')) await bytes();
  if (wanted('figures')) await figures();
  for (const students of wanted('scale') ? numbers(values.students) : []) await scale(server, students);
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

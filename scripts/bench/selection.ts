import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rankCandidates, type SnapshotV1 } from '../../apps/api/src/features/selection/rules/selection-v1.ts';
import { snapshotBytes } from '../../apps/api/src/features/selection/snapshot-bytes.ts';
import { migrate, newId, openDatabase, type Database } from '../../packages/database/src/index.ts';
import { startEmbeddedPostgres } from '../../packages/database/src/embedded.ts';
import { seededRandom } from '../../packages/measurement/src/index.ts';
import { openRecording } from './recording.ts';
import { startApi } from './start-api.ts';

/* Proves of selection/v1 what takes a machine: the same bytes anywhere, and a hundred thousand candidates beside the live API. */

const people = 100_000;
const itemsOfACourse = 50;
const answersASecond = 60;
const clients = 8;
const baselineSeconds = 15;
const mostSeconds = 10;
const mostGrowth = 1.5;

let failed = false;
const claim = (holds: boolean, line: string): void => {
  console.log(`${holds ? 'holds ' : 'FAILS '} ${line}`);
  failed ||= !holds;
};

const sameBytesAnywhere = async (): Promise<void> => {
  const folder = fileURLToPath(new URL('../../apps/api/fixtures/snapshots/', import.meta.url));
  const verify = fileURLToPath(new URL('../shortlist-verify.ts', import.meta.url));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const run = (command: string, args: string[], env: Record<string, string>): string =>
    files
      .map((file) =>
        execFileSync(command, [...args, verify, join(folder, file)], {
          env: { ...process.env, ...env },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      )
      .join('');
  const here = run(process.execPath, [], { TZ: 'America/Lima', LC_ALL: 'es_PE.UTF-8' });
  const away = run(process.execPath, [], { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' });
  claim(
    here === away,
    `${files.length} stored snapshots: the same on Node ${process.versions.node} in Lima and in Kathmandu`,
  );
  let version: string;
  try {
    version = execFileSync('npx', ['-y', 'node@22', '--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    console.log('        Node 22 is out of reach here: not compared');
    return;
  }
  claim(
    run('npx', ['-y', 'node@22'], { TZ: 'UTC', LC_ALL: 'C' }) === here,
    `${files.length} stored snapshots: the same on Node ${version}`,
  );
};

const largeSnapshot = (): SnapshotV1 => {
  const random = seededRandom('a hundred thousand');
  const id = (kind: number, index: number) =>
    `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const courses = ['physiology', 'genetics'];
  const forms = courses.map((courseId, form) => ({
    id: `${courseId}-S`,
    courseId,
    makeUp: false,
    items: Array.from({ length: itemsOfACourse }, (_, place) => ({
      id: `${courseId}-${place}`,
      contentHash: String(form).repeat(64),
      scoringHash: String(form).repeat(64),
    })),
  }));
  return {
    format: 'selection/v1',
    round: { id: id(1, 1) },
    demonstration: true,
    policy: {
      rule: 'selection/v1',
      seats: 200,
      reserves: 40,
      campusSeats: null,
      components: courses.map((courseId) => ({ courseId, weight: 1 })),
      tieBreaks: courses,
      zone: 'score',
      draws: 10_000,
      seed: 'a hundred thousand',
    },
    forms,
    sittings: [],
    candidates: Array.from({ length: people }, (_, person) => {
      const ability = random.normal();
      return {
        learnerKey: id(4, person),
        campusId: null,
        sat: forms.map((form) => {
          let credits = '';
          for (let place = 0; place < itemsOfACourse; place++)
            credits += ability + 1.3 * random.normal() > (3 * place) / itemsOfACourse - 1 ? '1' : '0';
          return { formId: form.id, credits };
        }),
      };
    }),
    leftOut: [],
  };
};

/** A round that waits for its ranking, as a freeze leaves it; undefined until it is put there. */
const freezeLarge = async (
  database: Database,
): Promise<() => Promise<{ ranked: boolean; done: number; finished: boolean; failure: string | null }>> => {
  const file = largeSnapshot();
  const { text, sha256 } = snapshotBytes(file);
  console.log(
    `        a snapshot of ${people} candidates on ${2 * itemsOfACourse} items: ${(text.length / 1e6).toFixed(1)} MB`,
  );
  const before = process.cpuUsage();
  rankCandidates(file, sha256);
  const used = process.cpuUsage(before);
  console.log(
    `        its ranks and ties take ${((used.user + used.system) / 1e6).toFixed(1)} s of one core`,
  );
  const { rows } = await database.asGlobal((db) =>
    db.$client.query<{ id: string }>("select id from institutions where code = 'bench'"),
  );
  const institutionId = rows[0]!.id;
  const [roundId, snapshotId] = [newId(), newId()];
  await database.asInstitution(institutionId, async (db) => {
    await db.$client.query(
      `insert into rounds (institution_id, id, name, stage, demonstration, applications_open_at, applications_close_at,
         travel_from, travel_to, policy, created_by)
       values ($1, $2, 'bench', 'snapshot', true, now() - interval '2 days', now() - interval '1 day', '2026-07-01', '2026-07-14', '{}', $2)`,
      [institutionId, roundId],
    );
    await db.$client.query(
      `insert into round_snapshots (institution_id, id, round_id, rule, sha256, file, commit, frozen_at, frozen_by)
       values ($1, $2, $3, 'selection/v1', $4, $5, 'bench', now(), $3)`,
      [institutionId, snapshotId, roundId, sha256, text],
    );
    await db.$client.query(
      'insert into rankings (institution_id, snapshot_id, draws) values ($1, $2, 10000)',
      [institutionId, snapshotId],
    );
  });
  return () =>
    database.asInstitution(institutionId, async (db) => {
      const { rows } = await db.$client.query<{
        ranked: boolean;
        done: number;
        finished: boolean;
        failure: string | null;
      }>(
        `select ranked_at is not null as ranked, done, finished_at is not null as finished, failure
         from rankings where institution_id = $1 and snapshot_id = $2`,
        [institutionId, snapshotId],
      );
      return rows[0]!;
    });
};

const besideTheApi = async (): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), 'puente-prove-'));
  const server = await startEmbeddedPostgres({ directory, volatile: false });
  try {
    await server.createDatabase('prove');
    const urls = server.urls('prove');
    await migrate(urls.owner, 'puente_api');
    const database = openDatabase(urls.api);
    const api = await startApi({ url: urls.api, folding: true });
    try {
      const record = await openRecording(database, api);
      const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
      const during = async (work: Promise<unknown>) => {
        let over = false;
        const measured = record(clients, answersASecond, () => over);
        await work.finally(() => (over = true));
        return measured;
      };
      await during(pause(3000));
      const alone = await during(pause(baselineSeconds * 1000));
      const progress = await freezeLarge(database);
      const started = performance.now();
      const seconds = () => (performance.now() - started) / 1000;
      const wait = async (what: 'ranked' | 'finished') => {
        let told = 0;
        for (;;) {
          const now = await progress();
          if (now.failure) throw new Error(now.failure);
          if (now[what]) return seconds();
          if (now.done >= told + 2000) {
            told = now.done;
            console.log(`        ${now.done} of 10000 draws after ${seconds().toFixed(0)} s`);
          }
          await pause(200);
        }
      };
      let rankedAfter = 0;
      const ranking = await during(wait('ranked').then((after) => (rankedAfter = after)));
      let finishedAfter = 0;
      const drawing = await during(wait('finished').then((after) => (finishedAfter = after)));
      const figures = ({ p50, p95, perSecond }: typeof alone) =>
        `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
      console.log(`        the machine carries ${loadavg()[0]!.toFixed(1)} processes on average`);
      console.log(`        answers alone:                ${figures(alone)}`);
      console.log(`        while ranks are computed:     ${figures(ranking)}`);
      console.log(
        `        while P(top K) is computed:   ${figures(drawing)} (${finishedAfter.toFixed(0)} s)`,
      );
      claim(
        rankedAfter < mostSeconds,
        `${people} candidates: ranks and ties after ${rankedAfter.toFixed(1)} s (under ${mostSeconds})`,
      );
      for (const [what, timing] of [
        ['ranks', ranking],
        ['P(top K)', drawing],
      ] as const) {
        const growth = timing.p95 / alone.p95;
        claim(
          growth < mostGrowth,
          `p95 of recording × ${growth.toFixed(2)} during ${what} (under ${mostGrowth})`,
        );
      }
    } finally {
      await api.stop();
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
};

await sameBytesAnywhere();
await besideTheApi();
process.exit(failed ? 1 : 0);

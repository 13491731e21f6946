import { seedDemonstration } from '../../apps/api/src/demonstration/seed.ts';
import { loadContent, readDirectory } from '../../packages/content/src/server.ts';
import type { Database } from '../../packages/database/src/index.ts';
import type { Role } from '../../packages/schemas/src/index.ts';
import { openClient } from './http-client.ts';
import { contentFolder, type ApiProcess } from './start-api.ts';
import { runClients, type Timing } from './timings.ts';

export interface PageResult {
  name: string;
  timing: Timing;
  bytes: number;
}

/** The demonstration's section of 240, its insights and its shortlist, as faculty and staff ask for them. */
export const seedSection = async (
  database: Database,
): Promise<{
  institutionId: string;
  paths: Record<'insights' | 'items' | 'analysis' | 'shortlist', string>;
  seconds: number;
  responses: number;
}> => {
  const began = performance.now();
  const key = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
  const { institutionId, cohortId, roundId, sittings, responses } = await seedDemonstration({
    database,
    content: loadContent(readDirectory(contentFolder)),
    keys: { access: key(), refresh: key() },
  });
  return {
    institutionId,
    paths: {
      insights: `/api/cohorts/${cohortId}/insights?course=physiology`,
      items: `/api/cohorts/${cohortId}/items?course=physiology`,
      analysis: `/api/sittings/${sittings.opening}/analysis`,
      shortlist: `/api/selection-rounds/${roundId}/shortlist`,
    },
    seconds: (performance.now() - began) / 1000,
    responses,
  };
};

/** How long each page waits for the API, as faculty, and the shortlist as staff. */
export const measurePages = async (
  database: Database,
  api: ApiProcess,
  { institutionId, paths }: { institutionId: string; paths: Record<string, string> },
  seconds: number,
): Promise<PageResult[]> => {
  const membershipOf = (role: Role) =>
    database.asInstitution(institutionId, async (db) => {
      const { rows } = await db.$client.query<{ id: string }>('select id from memberships where role = $1', [
        role,
      ]);
      return rows[0]!.id;
    });
  const roles = ['faculty', 'staff'] as const;
  const [faculty, staff] = await api.signTokens(
    await Promise.all(
      roles.map(async (role) => ({
        institutionId,
        membershipId: await membershipOf(role),
        role,
        learnerKey: null,
      })),
    ),
  );
  const measure = async (name: string, path: string): Promise<PageResult> => {
    const client = openClient(api.port);
    let bytes = 0;
    const get = async () => {
      const { status, body } = await client.send('GET', path, name === 'shortlist' ? staff! : faculty!);
      if (status !== 200) throw new Error(`${path} answered ${status}: ${body.slice(0, 300)}`);
      bytes = Buffer.byteLength(body);
      return 1;
    };
    for (let warm = 0; warm < 5; warm++) await get();
    const timing = await runClients([get], seconds);
    client.close();
    return { name, timing, bytes };
  };
  const results: PageResult[] = [];
  for (const [name, path] of Object.entries(paths)) results.push(await measure(name, path));
  return results;
};

export const pagesHeading = (students: number): string =>
  `\nWhat pages ask for, at ${students.toLocaleString('en')} students`.padEnd(48) +
  ' p50 ms  p95 ms  p99 ms      kB   limit';

export const pageLine = (
  { name, timing, bytes }: Omit<PageResult, 'bytes'> & { bytes?: number },
  limitMs?: number,
): string =>
  name.padEnd(46) +
  [timing.p50, timing.p95, timing.p99].map((ms) => ms.toFixed(1).padStart(8)).join('') +
  (bytes === undefined ? '–' : (bytes / 1000).toFixed(1)).padStart(8) +
  (limitMs === undefined ? '' : `${`${limitMs}`.padStart(8)} ${timing.p95 <= limitMs ? 'ok' : 'TOO SLOW'}`);

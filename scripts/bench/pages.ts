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
  paths: Record<'insights' | 'shortlist', string>;
  seconds: number;
  responses: number;
}> => {
  const began = performance.now();
  const key = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
  const { institutionId, cohortId, roundId, responses } = await seedDemonstration({
    database,
    content: loadContent(readDirectory(contentFolder)),
    keys: { access: key(), refresh: key() },
  });
  return {
    institutionId,
    paths: {
      insights: `/api/cohorts/${cohortId}/insights?course=physiology`,
      shortlist: `/api/selection-rounds/${roundId}/shortlist`,
    },
    seconds: (performance.now() - began) / 1000,
    responses,
  };
};

export const measurePages = async (
  database: Database,
  api: ApiProcess,
  { institutionId, paths }: Awaited<ReturnType<typeof seedSection>>,
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
  const measure = async (name: string, path: string, token: string): Promise<PageResult> => {
    const client = openClient(api.port);
    let bytes = 0;
    const get = async () => {
      const { status, body } = await client.send('GET', path, token);
      if (status !== 200) throw new Error(`${path} answered ${status}: ${body.slice(0, 300)}`);
      bytes = Buffer.byteLength(body);
      return 1;
    };
    for (let warm = 0; warm < 5; warm++) await get();
    const timing = await runClients([get], seconds);
    client.close();
    return { name, timing, bytes };
  };
  return [
    await measure('cohort insights', paths.insights, faculty!),
    await measure('shortlist', paths.shortlist, staff!),
  ];
};

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCatalogue } from '../apps/api/src/catalogue.ts';
import { listInstitutionIds } from '../apps/api/src/features/insights/list-institution-ids.ts';
import { rebuildInsights } from '../apps/api/src/features/insights/rebuild-insights.ts';
import { loadContent, readDirectory } from '../packages/content/src/server.ts';
import { assertApiRole, openDatabase } from '../packages/database/src/index.ts';
import { startEmbeddedPostgres } from '../packages/database/src/embedded.ts';
import { holdData } from './hold-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const openPostgres = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const { DATABASE_URL: url } = process.env;
  if (url) return { url, stop: async () => undefined };
  const data = resolve(process.env.PUENTE_DATA ?? join(root, '.puente'));
  if (!existsSync(join(data, 'postgres')))
    throw new Error(`There is no database in ${data}. Set DATABASE_URL or PUENTE_DATA.`);
  // Starting the embedded database would stop the one that a running Puente uses.
  const release = await holdData(data);
  try {
    const embedded = await startEmbeddedPostgres({ directory: join(data, 'postgres') });
    return { url: embedded.urls('puente').api, stop: () => embedded.stop().finally(release) };
  } catch (error) {
    await release();
    throw error;
  }
};

const run = async () => {
  const bank = process.env.PUENTE_BANK;
  const content = loadContent(
    readDirectory(join(root, 'content')),
    bank ? { bank: readDirectory(bank) } : {},
  );
  const catalogue = createCatalogue(content);
  const { url, stop } = await openPostgres();
  const database = openDatabase(url);
  try {
    await assertApiRole(database.pool);
    for (const id of await listInstitutionIds(database)) {
      const { countedResponses, scoresAdded, queued, differences } = await database.asInstitution(id, (db) =>
        rebuildInsights(db, catalogue),
      );
      const wrong = Object.values(differences).reduce((sum, rows) => sum + rows, 0);
      console.log(
        `${id}: ${countedResponses} responses count; ${queued} had waited; ${scoresAdded} scores added; ` +
          (wrong === 0
            ? 'the folded counts and the analyses agreed'
            : `set right: ${differences.countedResponses} counted responses, ${differences.responseCounts} counts, ${differences.attemptTotals} totals, ${differences.analyses} analyses`),
      );
    }
  } finally {
    await database.close();
    await stop();
  }
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

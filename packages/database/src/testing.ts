import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from './client.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

const template = 'template_puente';

/** One volatile PostgreSQL for a test run, its template migrated once. */
export const startTestPostgres = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const directory = await mkdtemp(join(tmpdir(), 'puente-test-'));
  const server = await startEmbeddedPostgres({ directory, volatile: true });
  await server.createDatabase(template);
  const urls = server.urls(template);
  await migrate(urls.owner, 'puente_api');
  return {
    url: JSON.stringify(urls),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

export interface TestDatabase {
  db: Database;
  ownerUrl: string;
  apiUrl: string;
  /** A superuser's. */
  adminUrl: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file, copied from the template. `PUENTE_TEST_POSTGRES` is set by the run's setup. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const { owner, api, admin } = JSON.parse(process.env.PUENTE_TEST_POSTGRES!) as Record<
    'owner' | 'api' | 'admin',
    string
  >;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const at = (url: string, database: string) => url.replace(`/${template}`, `/${database}`);
  const statement = async (sql: string) => {
    const client = new pg.Client({ connectionString: at(owner, 'postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await statement(`create database ${name} template ${template}`);
  const db = openDatabase(at(api, name));
  return {
    db,
    ownerUrl: at(owner, name),
    apiUrl: at(api, name),
    adminUrl: at(admin, name),
    drop: async () => {
      await db.close();
      // Autovacuum may be at work on it, which its owner may not end; it leaves by itself.
      for (let tries = 1; ; tries++) {
        try {
          return await statement(`drop database ${name} with (force)`);
        } catch (error) {
          if ((error as { code?: string }).code !== '42501' || tries === 50) throw error;
          await new Promise((done) => setTimeout(done, 100));
        }
      }
    },
  };
};

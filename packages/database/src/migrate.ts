import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { grants } from './grants.ts';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));
const lockKey = 7_283_683;

/** Brings the schema up to date as its owner, one process at a time, and gives the API's role what it needs. */
export const migrate = async (ownerUrl: string, apiRole: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('notice', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    if (rows[0]!.name === apiRole) {
      throw new Error(
        `DATABASE_URL and DATABASE_OWNER_URL sign in as the same role, "${apiRole}": the API needs a role of its own that owns nothing.`,
      );
    }
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await applyMigrations(drizzle({ client }), { migrationsFolder: folder });
    const role = client.escapeIdentifier(apiRole);
    await client.query('begin');
    await client.query(`grant usage on schema public to ${role}`);
    for (const [table, privileges] of Object.entries(grants)) {
      await client.query(`revoke all on ${client.escapeIdentifier(table)} from ${role}`);
      await client.query(`grant ${privileges} on ${client.escapeIdentifier(table)} to ${role}`);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
};

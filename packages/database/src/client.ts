import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as tables from './tables/index.ts';

type Drizzle = NodePgDatabase<typeof tables> & { $client: pg.PoolClient };

declare const institutionBrand: unique symbol;
declare const globalBrand: unique symbol;

/** A transaction or connection bound to one institution: the only handle that verbs accept. */
export type InstitutionDatabase = Drizzle & { [institutionBrand]: true; institutionId: string };
/** A connection outside every institution: accounts, institutions, content versions. */
export type GlobalDatabase = Drizzle & { [globalBrand]: true };

export interface Database {
  pool: pg.Pool;
  /** One transaction within one institution. */
  asInstitution<T>(institutionId: string, work: (db: InstitutionDatabase) => Promise<T>): Promise<T>;
  /** Single statements within one institution, each a transaction of its own. */
  onInstitution<T>(institutionId: string, work: (db: InstitutionDatabase) => Promise<T>): Promise<T>;
  /** One transaction that sees no institution's rows. */
  asGlobal<T>(work: (db: GlobalDatabase) => Promise<T>): Promise<T>;
  /** One transaction that sees the memberships of one account, in every institution. */
  asAccount<T>(accountId: string, work: (db: GlobalDatabase) => Promise<T>): Promise<T>;
  /** One transaction that sees the cohort code that was typed, in whichever institution it is. */
  asCodeBearer<T>(code: string, work: (db: GlobalDatabase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What each connection is bound to now: an institution's id, or nothing. */
const boundTo = new WeakMap<pg.PoolClient, string>();
const handles = new WeakMap<pg.PoolClient, Drizzle>();

const handleOf = (client: pg.PoolClient): Drizzle => {
  let handle = handles.get(client);
  if (!handle) {
    handle = drizzle({ client, schema: tables }) as Drizzle;
    handles.set(client, handle);
  }
  return handle;
};

export const openDatabase = (connectionString: string, options: { maximum?: number } = {}): Database => {
  const pool = new pg.Pool({
    connectionString,
    max: options.maximum ?? 10,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'puente',
  });
  // An idle connection that the server closes is replaced at the next checkout.
  pool.on('error', () => undefined);
  // One that it closes while in use fails the query under way; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));

  // Set before `begin`: a rollback would undo it. Kept per connection: setting it anew costs half the insert rate.
  const bind = async (client: pg.PoolClient, institutionId: string): Promise<void> => {
    if (boundTo.get(client) === institutionId) return;
    boundTo.delete(client);
    await client.query("select set_config('puente.institution', $1, false)", [institutionId]);
    boundTo.set(client, institutionId);
  };

  const onConnection = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      broken = client.getTransactionStatus?.() !== 'I' || isConnectionFailure(error);
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const inTransaction = async <T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> => {
    await client.query('begin');
    try {
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  };

  const asBearer = <T>(
    setting: 'puente.account' | 'puente.cohort_code',
    value: string,
    work: (db: GlobalDatabase) => Promise<T>,
  ) =>
    onConnection(async (client) => {
      await bind(client, '');
      return inTransaction(client, async () => {
        await client.query('select set_config($1, $2, true)', [setting, value]);
        return work(handleOf(client) as GlobalDatabase);
      });
    });

  const institutionHandle = (client: pg.PoolClient, institutionId: string) =>
    Object.assign(handleOf(client), { institutionId }) as InstitutionDatabase;

  return {
    pool,
    asInstitution: (institutionId, work) =>
      onConnection(async (client) => {
        await bind(client, institutionId);
        return inTransaction(client, () => work(institutionHandle(client, institutionId)));
      }),
    onInstitution: (institutionId, work) =>
      onConnection(async (client) => {
        await bind(client, institutionId);
        return work(institutionHandle(client, institutionId));
      }),
    asGlobal: (work) =>
      onConnection(async (client) => {
        await bind(client, '');
        return inTransaction(client, () => work(handleOf(client) as GlobalDatabase));
      }),
    asAccount: (accountId, work) => asBearer('puente.account', accountId, work),
    asCodeBearer: (code, work) => asBearer('puente.cohort_code', code, work),
    close: () => pool.end(),
  };
};

const isConnectionFailure = (error: unknown): boolean => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: string }).code ?? '';
    if (/^(08|57P|ECONN|EPIPE)/.test(code) || /Connection terminated/.test(at.message)) return true;
  }
  return false;
};

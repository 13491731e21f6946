import { eq, sql } from 'drizzle-orm';
import { signInCounters, type GlobalDatabase } from '@puente/database';

/** Adds one to a counter, which begins anew when its window has passed; returns the count. */
export const countUp = async (
  db: GlobalDatabase,
  key: string,
  windowSeconds: number,
  now: Date,
): Promise<number> => {
  const oldest = new Date(now.getTime() - windowSeconds * 1000).toISOString();
  const at = now.toISOString();
  const { rows } = await db.execute<{ count: number }>(sql`
    insert into sign_in_counters as c (key, window_start, count) values (${key}, ${at}::timestamptz, 1)
    on conflict (key) do update set
      count = case when c.window_start < ${oldest}::timestamptz then 1 else c.count + 1 end,
      window_start = case when c.window_start < ${oldest}::timestamptz then ${at}::timestamptz else c.window_start end
    returning count`);
  return rows[0]!.count;
};

export const readCounter = async (
  db: GlobalDatabase,
  key: string,
  windowSeconds: number,
  now: Date,
): Promise<number> => {
  const [row] = await db.select().from(signInCounters).where(eq(signInCounters.key, key));
  return row && row.windowStart.getTime() >= now.getTime() - windowSeconds * 1000 ? row.count : 0;
};

export const clearCounter = async (db: GlobalDatabase, key: string): Promise<void> => {
  await db.delete(signInCounters).where(eq(signInCounters.key, key));
};

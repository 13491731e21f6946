import { sql } from 'drizzle-orm';
import type { InstitutionDatabase } from '@puente/database';

/**
 * Ends all memberships of a person: no code opens them, no session goes on. An account that no other institution
 * knows loses its e-mail and its secrets too.
 */
export const closeMemberships = async (
  db: InstitutionDatabase,
  personId: string,
  now: Date,
): Promise<string[]> => {
  const { rows: held } = await db.execute<{ id: string; accountId: string | null }>(sql`
    select id, account_id as "accountId" from memberships
    where institution_id = ${db.institutionId} and person_id = ${personId} order by created_at, id for update`);
  const ids = sql`(select id from memberships where institution_id = ${db.institutionId} and person_id = ${personId})`;
  for (const table of [sql`sessions`, sql`activation_codes`]) {
    await db.execute(sql`
      delete from ${table} where institution_id = ${db.institutionId} and membership_id in ${ids}`);
  }
  await db.execute(sql`
    update memberships set ended_at = coalesce(ended_at, ${now.toISOString()}::timestamptz), account_id = null
    where institution_id = ${db.institutionId} and person_id = ${personId}`);
  for (const { accountId } of held) {
    if (!accountId) continue;
    // By this setting an account's memberships are seen in every institution, and nothing else of theirs.
    await db.execute(sql`select set_config('puente.account', ${accountId}, true)`);
    await db.execute(sql`
      update accounts set email = null, password_hash = null, issuer = null, subject = null,
        disabled_at = ${now.toISOString()}::timestamptz
      where id = ${accountId} and not exists (select from memberships where account_id = ${accountId})`);
  }
  await db.execute(sql`select set_config('puente.account', '', true)`);
  return held.map(({ id }) => id);
};

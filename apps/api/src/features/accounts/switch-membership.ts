import { and, eq, isNull } from 'drizzle-orm';
import { memberships, type Database } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { NotFound } from '../../errors.ts';
import { startSession } from './start-session.ts';

/** Opens a session under another membership of the same account. */
export const switchMembership = async (
  database: Database,
  actor: Actor,
  membershipId: string,
  now: Date,
): Promise<Actor> => {
  const target = await database.asAccount(actor.accountId, async (db) => {
    const [found] = await db
      .select({ institutionId: memberships.institutionId })
      .from(memberships)
      .where(
        and(
          eq(memberships.accountId, actor.accountId),
          eq(memberships.id, membershipId),
          isNull(memberships.endedAt),
        ),
      );
    return found;
  });
  if (!target) throw new NotFound('membership');
  return database.asInstitution(target.institutionId, (db) =>
    startSession(db, membershipId, actor.accountId, now),
  );
};

import { and, eq } from 'drizzle-orm';
import { learnerLinks, memberships, newId, sessions, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';

/** Opens a session family for a membership and says who acts in it. */
export const startSession = async (
  db: InstitutionDatabase,
  membershipId: string,
  accountId: string,
  now: Date,
): Promise<Actor> => {
  const [membership] = await db
    .select({ role: memberships.role, learnerKey: learnerLinks.learnerKey })
    .from(memberships)
    .leftJoin(
      learnerLinks,
      and(
        eq(learnerLinks.institutionId, memberships.institutionId),
        eq(learnerLinks.membershipId, memberships.id),
      ),
    )
    .where(and(eq(memberships.institutionId, db.institutionId), eq(memberships.id, membershipId)));
  if (!membership) throw new Error('A session needs a membership');
  const sessionId = newId(now.getTime());
  await db.insert(sessions).values({
    institutionId: db.institutionId,
    id: sessionId,
    membershipId,
    accountId,
    rotatedAt: now,
    createdAt: now,
  });
  return {
    accountId,
    institutionId: db.institutionId,
    membershipId,
    sessionId,
    role: membership.role,
    learnerKey: membership.learnerKey,
  };
};

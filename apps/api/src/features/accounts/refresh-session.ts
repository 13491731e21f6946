import { and, eq, isNull, sql } from 'drizzle-orm';
import {
  learnerLinks,
  memberships,
  sessions,
  type Database,
  type InstitutionDatabase,
} from '@puente/database';
import type { Actor } from '../../actor.ts';
import { Unauthenticated } from '../../errors.ts';
import type { RefreshClaim } from './refresh-token.ts';

const repeatSeconds = 60;
const familyDays = 60;

const refused = () => new Unauthenticated('session_ended', 'This session has ended. Sign in again.');

/**
 * Moves a session to its next generation. The generation just before may be repeated for 60 s and gets the same
 * successor, since a lost reply looks like theft; an older one ends the family.
 */
export const refreshSession = async (
  database: Database,
  claim: RefreshClaim,
  now: Date,
): Promise<{ actor: Actor; generation: number }> => {
  // The family's end must outlive the error that tells of it: decided inside the transaction, thrown outside.
  const outcome = await database.asInstitution(claim.institutionId, (db) => advance(db, claim, now));
  if (!outcome) throw refused();
  return outcome;
};

const advance = async (db: InstitutionDatabase, claim: RefreshClaim, now: Date) => {
  const [session] = await db
    .select({
      generation: sessions.generation,
      rotatedAt: sessions.rotatedAt,
      accountId: sessions.accountId,
      membershipId: sessions.membershipId,
      role: memberships.role,
      learnerKey: learnerLinks.learnerKey,
    })
    .from(sessions)
    .innerJoin(
      memberships,
      and(eq(memberships.institutionId, sessions.institutionId), eq(memberships.id, sessions.membershipId)),
    )
    .leftJoin(
      learnerLinks,
      and(
        eq(learnerLinks.institutionId, memberships.institutionId),
        eq(learnerLinks.membershipId, memberships.id),
      ),
    )
    .where(
      and(
        eq(sessions.institutionId, claim.institutionId),
        eq(sessions.id, claim.sessionId),
        isNull(sessions.endedAt),
        isNull(memberships.endedAt),
      ),
    )
    .for('update', { of: sessions });
  if (!session) return undefined;

  const end = async (endReason: 'token_reused' | 'expired') => {
    await db
      .update(sessions)
      .set({ endedAt: now, endReason })
      .where(and(eq(sessions.institutionId, claim.institutionId), eq(sessions.id, claim.sessionId)));
    return undefined;
  };
  const ageSeconds = (now.getTime() - session.rotatedAt.getTime()) / 1000;
  if (ageSeconds > familyDays * 24 * 3600) return end('expired');
  const actor: Actor = {
    accountId: session.accountId,
    institutionId: claim.institutionId,
    membershipId: session.membershipId,
    sessionId: claim.sessionId,
    role: session.role,
    learnerKey: session.learnerKey,
  };
  if (claim.generation === session.generation - 1 && ageSeconds <= repeatSeconds) {
    return { actor, generation: session.generation };
  }
  if (claim.generation !== session.generation) return end('token_reused');
  await db
    .update(sessions)
    .set({ generation: sql`${sessions.generation} + 1`, rotatedAt: now })
    .where(and(eq(sessions.institutionId, claim.institutionId), eq(sessions.id, claim.sessionId)));
  return { actor, generation: session.generation + 1 };
};

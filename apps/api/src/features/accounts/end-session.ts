import { and, eq } from 'drizzle-orm';
import { sessions, type Database } from '@puente/database';
import type { RefreshClaim } from './refresh-token.ts';

export const endSession = async (database: Database, claim: RefreshClaim, now: Date): Promise<void> => {
  await database.asInstitution(claim.institutionId, (db) =>
    db
      .update(sessions)
      .set({ endedAt: now, endReason: 'signed_out' })
      .where(and(eq(sessions.institutionId, claim.institutionId), eq(sessions.id, claim.sessionId))),
  );
};

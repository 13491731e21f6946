import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { attempts, sittings, type InstitutionDatabase } from '@puente/database';

/** Ends a sitting now, and with it every attempt that still ran. */
export const closeSitting = async (db: InstitutionDatabase, sittingId: string, now: Date): Promise<void> => {
  await db
    .update(sittings)
    .set({ closesAt: now, closedAt: now })
    .where(and(eq(sittings.institutionId, db.institutionId), eq(sittings.id, sittingId)));
  await db
    .update(attempts)
    .set({ closesAt: now })
    .where(
      and(
        eq(attempts.institutionId, db.institutionId),
        eq(attempts.sittingId, sittingId),
        isNotNull(attempts.closesAt),
        gt(attempts.closesAt, now),
      ),
    );
};

import { and, eq } from 'drizzle-orm';
import { snapshots, type InstitutionDatabase } from '@puente/database';
import { NotFound } from '../../errors.ts';
import { getRoundRow } from './get-selection-round.ts';

/** The exact bytes that were frozen. */
export const getSnapshotFile = async (
  db: InstitutionDatabase,
  roundId: string,
): Promise<{ file: string; sha256: string }> => {
  await getRoundRow(db, roundId);
  const [snapshot] = await db
    .select({ file: snapshots.file, sha256: snapshots.sha256 })
    .from(snapshots)
    .where(and(eq(snapshots.institutionId, db.institutionId), eq(snapshots.roundId, roundId)));
  if (!snapshot) throw new NotFound('snapshot');
  return snapshot;
};

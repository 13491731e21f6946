import { and, eq } from 'drizzle-orm';
import { rankings, roundSnapshots, type InstitutionDatabase } from '@puente/database';
import type { Evidence } from '@puente/schemas';
import { NotFound } from '../../../errors.ts';
import { getRoundRow } from '../round-row.ts';

export interface SnapshotRow {
  id: string;
  sha256: string;
  rule: string;
  frozenAt: Date;
  bytes: number;
  ranking: {
    draws: number;
    done: number;
    evidence: Evidence | null;
    rankedAt: Date | null;
    finishedAt: Date | null;
    failedAt: Date | null;
    claimedAt: Date | null;
    sha256: string | null;
  };
}

/** A round's snapshot and how far its ranking is, the file aside. */
export const findSnapshotRow = async (
  db: InstitutionDatabase,
  roundId: string,
): Promise<SnapshotRow | undefined> => {
  const { rows } = await db.$client.query<Omit<SnapshotRow, 'ranking'>>(
    `select id, sha256, rule, frozen_at as "frozenAt", octet_length(file) as bytes
     from round_snapshots where institution_id = $1 and round_id = $2`,
    [db.institutionId, roundId],
  );
  if (!rows[0]) return undefined;
  const [ranking] = await db
    .select()
    .from(rankings)
    .where(and(eq(rankings.institutionId, db.institutionId), eq(rankings.snapshotId, rows[0].id)));
  return { ...rows[0], ranking: ranking! };
};

export const getSnapshotRow = async (db: InstitutionDatabase, roundId: string): Promise<SnapshotRow> => {
  const snapshot = await findSnapshotRow(db, roundId);
  if (!snapshot) throw new NotFound('snapshot');
  return snapshot;
};

/** The exact bytes that were frozen. */
export const getRoundSnapshotFile = async (
  db: InstitutionDatabase,
  roundId: string,
): Promise<{ id: string; file: string; sha256: string }> => {
  await getRoundRow(db, roundId);
  const [snapshot] = await db
    .select({ id: roundSnapshots.id, file: roundSnapshots.file, sha256: roundSnapshots.sha256 })
    .from(roundSnapshots)
    .where(and(eq(roundSnapshots.institutionId, db.institutionId), eq(roundSnapshots.roundId, roundId)));
  if (!snapshot) throw new NotFound('snapshot');
  return snapshot;
};

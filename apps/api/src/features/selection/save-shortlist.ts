import { shortlistEntries, type InstitutionDatabase } from '@puente/database';
import type { RankedEntry } from './rules/selection-v0.ts';

const rowsAtOnce = 1000;

export const saveShortlist = async (
  db: InstitutionDatabase,
  snapshotId: string,
  entries: readonly RankedEntry[],
): Promise<void> => {
  const { institutionId } = db;
  for (let from = 0; from < entries.length; from += rowsAtOnce) {
    await db
      .insert(shortlistEntries)
      .values(
        entries.slice(from, from + rowsAtOnce).map((entry) => ({ institutionId, snapshotId, ...entry })),
      );
  }
};

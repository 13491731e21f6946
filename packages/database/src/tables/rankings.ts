import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Evidence } from '@puente/schemas';
import { roundSnapshots } from './round-snapshots.ts';
import { instant, institutionId } from './tenant.ts';

/** The job that ranks a snapshot: how far it is, and what it found. */
export const rankings = pgTable(
  'rankings',
  {
    institutionId: institutionId(),
    snapshotId: uuid('snapshot_id').notNull(),
    draws: integer('draws').notNull(),
    done: integer('done').notNull().default(0),
    evidence: jsonb('evidence').$type<Evidence>(),
    /** When ranks and ties were written. */
    rankedAt: instant('ranked_at'),
    /** When intervals and zones were. */
    finishedAt: instant('finished_at'),
    failedAt: instant('failed_at'),
    failure: text('failure'),
    /** Held by the process that works on it; may be taken over when it is stale. */
    claimedAt: instant('claimed_at'),
    sha256: text('sha256'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.snapshotId] }),
    foreignKey({
      name: 'a ranking is of a snapshot of the same institution',
      columns: [t.institutionId, t.snapshotId],
      foreignColumns: [roundSnapshots.institutionId, roundSnapshots.id],
    }),
  ],
);

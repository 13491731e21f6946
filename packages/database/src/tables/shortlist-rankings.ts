import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { snapshots } from './snapshots.ts';
import { impliedInstitutionId, instant } from './tenant.ts';

/** How far the job has come that ranks a snapshot of many candidates; the row goes with the last draw. */
export const shortlistRankings = pgTable(
  'shortlist_rankings',
  {
    institutionId: impliedInstitutionId(),
    snapshotId: uuid('snapshot_id').notNull(),
    drawsDone: integer('draws_done').notNull(),
    draws: integer('draws').notNull(),
    /** When somebody last worked on it: what stands still for a minute is begun again. */
    seenAt: instant('seen_at'),
    failure: text('failure'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.snapshotId] }),
    foreignKey({
      name: 'a ranking is of a snapshot of the same institution',
      columns: [t.institutionId, t.snapshotId],
      foreignColumns: [snapshots.institutionId, snapshots.id],
    }),
  ],
);

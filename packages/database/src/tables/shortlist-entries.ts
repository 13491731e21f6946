import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { zoneNames } from '@puente/schemas';
import { snapshots } from './snapshots.ts';
import { institutionId } from './tenant.ts';

/** What the snapshot's rule says of each candidate. Append-only. */
export const shortlistEntries = pgTable(
  'shortlist_entries',
  {
    institutionId: institutionId(),
    snapshotId: uuid('snapshot_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    /** Public code of the candidate in this round. */
    code: text('code').notNull(),
    score: doublePrecision('score').notNull(),
    estimate: doublePrecision('estimate').notNull(),
    standardError: doublePrecision('standard_error').notNull(),
    rank: integer('rank').notNull(),
    rankLow: integer('rank_low').notNull(),
    rankHigh: integer('rank_high').notNull(),
    probability: doublePrecision('probability').notNull(),
    zone: text('zone', { enum: zoneNames }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.snapshotId, t.learnerKey] }),
    index('a shortlist in order').on(t.institutionId, t.snapshotId, t.rank),
    index('shortlists that name a learner').on(t.institutionId, t.learnerKey),
    foreignKey({
      name: 'a shortlist is of a snapshot of the same institution',
      columns: [t.institutionId, t.snapshotId],
      foreignColumns: [snapshots.institutionId, snapshots.id],
    }),
  ],
);

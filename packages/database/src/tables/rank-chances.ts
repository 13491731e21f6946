import { doublePrecision, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { zoneNames } from '@puente/schemas';
import { rankedCandidates } from './ranked-candidates.ts';
import { institutionId } from './tenant.ts';

/** How sure each rank is. Append-only. */
export const rankChances = pgTable(
  'rank_chances',
  {
    institutionId: institutionId(),
    snapshotId: uuid('snapshot_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    rankLow: integer('rank_low').notNull(),
    rankHigh: integer('rank_high').notNull(),
    probability: doublePrecision('probability').notNull(),
    zone: text('zone', { enum: zoneNames }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.snapshotId, t.learnerKey] }),
    foreignKey({
      name: 'a chance is of a ranked candidate of the same institution',
      columns: [t.institutionId, t.snapshotId, t.learnerKey],
      foreignColumns: [
        rankedCandidates.institutionId,
        rankedCandidates.snapshotId,
        rankedCandidates.learnerKey,
      ],
    }),
  ],
);

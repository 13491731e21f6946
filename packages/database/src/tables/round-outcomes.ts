import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { outcomes } from '@puente/schemas';
import { rankedCandidates } from './ranked-candidates.ts';
import { rounds } from './rounds.ts';
import { institutionId } from './tenant.ts';

/** What two people approved for each candidate. Append-only. */
export const roundOutcomes = pgTable(
  'round_outcomes',
  {
    institutionId: institutionId(),
    roundId: uuid('round_id').notNull(),
    snapshotId: uuid('snapshot_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull(),
    /** Among the seated or the reserves of the list; null for the others. */
    place: integer('place'),
    decidedBy: text('decided_by', { enum: ['score', 'zone', 'override', 'withdrawal'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.snapshotId, t.learnerKey] }),
    index('outcomes of a round').on(t.institutionId, t.roundId),
    foreignKey({
      name: 'an outcome is of a round of the same institution',
      columns: [t.institutionId, t.roundId],
      foreignColumns: [rounds.institutionId, rounds.id],
    }),
    foreignKey({
      name: 'an outcome is of a ranked candidate of the same institution',
      columns: [t.institutionId, t.snapshotId, t.learnerKey],
      foreignColumns: [
        rankedCandidates.institutionId,
        rankedCandidates.snapshotId,
        rankedCandidates.learnerKey,
      ],
    }),
  ],
);

import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { roundSnapshots } from './round-snapshots.ts';
import { institutionId } from './tenant.ts';

/** Ranks and ties, as the snapshot's rule says. Append-only. */
export const rankedCandidates = pgTable(
  'ranked_candidates',
  {
    institutionId: institutionId(),
    snapshotId: uuid('snapshot_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    /** Public code of the candidate in this round. */
    code: text('code').notNull(),
    /** The list in which the candidate competes; null: one for all. */
    campusId: uuid('campus_id'),
    rank: integer('rank').notNull(),
    score: doublePrecision('score').notNull(),
    estimate: doublePrecision('estimate').notNull(),
    standardError: doublePrecision('standard_error').notNull(),
    /** Right answers and percentage right of each component, in the policy's order. */
    rights: doublePrecision('rights').array().notNull(),
    percents: doublePrecision('percents').array().notNull(),
    makeUp: boolean('make_up').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.snapshotId, t.learnerKey] }),
    unique('a code names one candidate of a snapshot').on(t.institutionId, t.snapshotId, t.code),
    index('candidates in order').on(t.institutionId, t.snapshotId, t.rank),
    index('rankings that name a learner').on(t.institutionId, t.learnerKey),
    foreignKey({
      name: 'candidates are ranked from a snapshot of the same institution',
      columns: [t.institutionId, t.snapshotId],
      foreignColumns: [roundSnapshots.institutionId, roundSnapshots.id],
    }),
  ],
);

import { foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rounds } from './rounds.ts';
import { id, instant, institutionId } from './tenant.ts';

/** The frozen evidence of a round. Append-only. */
export const roundSnapshots = pgTable(
  'round_snapshots',
  {
    institutionId: institutionId(),
    id: id(),
    roundId: uuid('round_id').notNull(),
    rule: text('rule').notNull(),
    sha256: text('sha256').notNull(),
    /** Canonical JSON (RFC 8785), ordered by learner key, without names. */
    file: text('file').notNull(),
    /** The software that froze it; recorded and not hashed. */
    commit: text('commit').notNull(),
    frozenAt: instant('frozen_at').notNull(),
    frozenBy: uuid('frozen_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('a round of selection/v1 is frozen once').on(t.institutionId, t.roundId),
    foreignKey({
      name: 'evidence is of a round of the same institution',
      columns: [t.institutionId, t.roundId],
      foreignColumns: [rounds.institutionId, rounds.id],
    }),
  ],
);

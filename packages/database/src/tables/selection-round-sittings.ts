import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { selectionRounds } from './selection-rounds.ts';
import { sittings } from './sittings.ts';
import { institutionId } from './tenant.ts';

export const selectionRoundSittings = pgTable(
  'selection_round_sittings',
  {
    institutionId: institutionId(),
    roundId: uuid('round_id').notNull(),
    sittingId: uuid('sitting_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.roundId, t.sittingId] }),
    index('rounds that use a sitting').on(t.institutionId, t.sittingId),
    foreignKey({
      name: "a round's sittings belong to a round of the same institution",
      columns: [t.institutionId, t.roundId],
      foreignColumns: [selectionRounds.institutionId, selectionRounds.id],
    }),
    foreignKey({
      name: 'a round uses sittings of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { rounds } from './rounds.ts';
import { instant, institutionId } from './tenant.ts';

/** What the acta of a closed round says, as it stood when it was sealed. Append-only. */
export const roundActas = pgTable(
  'round_actas',
  {
    institutionId: institutionId(),
    roundId: uuid('round_id').notNull(),
    sha256: text('sha256').notNull(),
    /** Canonical JSON (RFC 8785), without names. */
    file: text('file').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.roundId] }),
    foreignKey({
      name: 'an acta is of a round of the same institution',
      columns: [t.institutionId, t.roundId],
      foreignColumns: [rounds.institutionId, rounds.id],
    }),
  ],
);

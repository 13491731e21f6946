import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { roundApplications } from './round-applications.ts';
import { id, instant, institutionId } from './tenant.ts';

/** A link by which a guardian is asked; its secret is stored hashed. */
export const guardianRequests = pgTable(
  'guardian_requests',
  {
    institutionId: institutionId(),
    id: id(),
    roundId: uuid('round_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    tokenHash: text('token_hash').notNull(),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Answered, or replaced by a later link. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('a guardian link opens one request').on(t.institutionId, t.tokenHash),
    index('guardian links of an application').on(t.institutionId, t.roundId, t.learnerKey),
    foreignKey({
      name: 'a guardian is asked about an application of the same institution',
      columns: [t.institutionId, t.roundId, t.learnerKey],
      foreignColumns: [
        roundApplications.institutionId,
        roundApplications.roundId,
        roundApplications.learnerKey,
      ],
    }),
  ],
);

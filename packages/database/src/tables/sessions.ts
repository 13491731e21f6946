import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { memberships } from './memberships.ts';
import { createdAt, id, instant, institutionId } from './tenant.ts';

/** A family of refresh tokens. The tokens are derived from id and generation, so that none is stored. */
export const sessions = pgTable(
  'sessions',
  {
    institutionId: institutionId(),
    id: id(),
    membershipId: uuid('membership_id').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    generation: integer('generation').notNull().default(1),
    rotatedAt: instant('rotated_at').notNull().defaultNow(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason', { enum: ['signed_out', 'token_reused', 'expired', 'password_changed'] }),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('sessions of a membership').on(t.institutionId, t.membershipId),
    index('sessions of an account').on(t.accountId),
    foreignKey({
      name: "a session's membership is of the same institution",
      columns: [t.institutionId, t.membershipId],
      foreignColumns: [memberships.institutionId, memberships.id],
    }),
  ],
);

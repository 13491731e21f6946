import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { memberships } from './memberships.ts';
import { createdAt, id, instant, institutionId } from './tenant.ts';

export const activationCodes = pgTable(
  'activation_codes',
  {
    institutionId: institutionId(),
    id: id(),
    membershipId: uuid('membership_id').notNull(),
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('activation codes of a membership').on(t.institutionId, t.membershipId),
    foreignKey({
      name: "an activation code's membership is of the same institution",
      columns: [t.institutionId, t.membershipId],
      foreignColumns: [memberships.institutionId, memberships.id],
    }),
  ],
);

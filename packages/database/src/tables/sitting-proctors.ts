import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { memberships } from './memberships.ts';
import { sittings } from './sittings.ts';
import { institutionId } from './tenant.ts';

export const sittingProctors = pgTable(
  'sitting_proctors',
  {
    institutionId: institutionId(),
    sittingId: uuid('sitting_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.sittingId, t.membershipId] }),
    index('sittings that somebody proctors').on(t.institutionId, t.membershipId),
    foreignKey({
      name: 'a proctor is of a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
    foreignKey({
      name: 'a proctor is a member of the same institution',
      columns: [t.institutionId, t.membershipId],
      foreignColumns: [memberships.institutionId, memberships.id],
    }),
  ],
);

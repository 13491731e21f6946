import { sql } from 'drizzle-orm';
import { foreignKey, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core';
import { memberships } from './memberships.ts';
import { createdAt, institutionId } from './tenant.ts';

/** The only tie between what was learnt and who learnt it; erasure deletes the row. */
export const learnerLinks = pgTable(
  'learner_links',
  {
    institutionId: institutionId(),
    learnerKey: uuid('learner_key')
      .notNull()
      .default(sql`gen_random_uuid()`),
    membershipId: uuid('membership_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.learnerKey] }),
    unique('a membership has one learner key').on(t.institutionId, t.membershipId),
    foreignKey({
      name: 'a learner key belongs to a membership of the same institution',
      columns: [t.institutionId, t.membershipId],
      foreignColumns: [memberships.institutionId, memberships.id],
    }),
  ],
);

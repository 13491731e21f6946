import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { roles } from '@puente/schemas';
import { accounts } from './accounts.ts';
import { people } from './people.ts';
import { createdAt, id, instant, institutionId } from './tenant.ts';

export const memberships = pgTable(
  'memberships',
  {
    institutionId: institutionId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    /** Null until the person activates. */
    accountId: uuid('account_id').references(() => accounts.id),
    role: text('role', { enum: roles }).notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('a person holds a role once').on(t.institutionId, t.personId, t.role),
    index('memberships of an account').on(t.accountId),
    foreignKey({
      name: "a membership's person is of the same institution",
      columns: [t.institutionId, t.personId],
      foreignColumns: [people.institutionId, people.id],
    }),
  ],
);

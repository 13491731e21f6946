import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { cohorts } from './cohorts.ts';
import { memberships } from './memberships.ts';
import { institutionId } from './tenant.ts';

export const cohortFaculty = pgTable(
  'cohort_faculty',
  {
    institutionId: institutionId(),
    cohortId: uuid('cohort_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.cohortId, t.membershipId] }),
    index('cohorts that a person teaches').on(t.institutionId, t.membershipId),
    foreignKey({
      name: 'faculty teach a cohort of the same institution',
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohorts.institutionId, cohorts.id],
    }),
    foreignKey({
      name: 'a cohort is taught by faculty of the same institution',
      columns: [t.institutionId, t.membershipId],
      foreignColumns: [memberships.institutionId, memberships.id],
    }),
  ],
);

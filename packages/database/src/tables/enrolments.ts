import { boolean, foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { cohorts } from './cohorts.ts';
import { instant, institutionId } from './tenant.ts';

/** No foreign key to learner_links: what was learnt outlives the erased person. */
export const enrolments = pgTable(
  'enrolments',
  {
    institutionId: institutionId(),
    cohortId: uuid('cohort_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    /** False for who joined by code, until a roster claims them. */
    confirmed: boolean('confirmed').notNull().default(true),
    enrolledAt: instant('enrolled_at').notNull().defaultNow(),
    leftAt: instant('left_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.cohortId, t.learnerKey] }),
    index('cohorts of a learner').on(t.institutionId, t.learnerKey),
    foreignKey({
      name: 'an enrolment is in a cohort of the same institution',
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohorts.institutionId, cohorts.id],
    }),
  ],
);

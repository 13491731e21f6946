import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { cohorts } from './cohorts.ts';
import { createdAt, instant, institutionId } from './tenant.ts';

export const cohortCodes = pgTable(
  'cohort_codes',
  {
    institutionId: institutionId(),
    code: text('code').notNull(),
    cohortId: uuid('cohort_id').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.code] }),
    unique('a cohort code opens one cohort').on(t.code),
    index('codes of a cohort').on(t.institutionId, t.cohortId),
    foreignKey({
      name: "a code's cohort is of the same institution",
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohorts.institutionId, cohorts.id],
    }),
  ],
);

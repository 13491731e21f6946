import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { cohorts } from './cohorts.ts';
import { institutionId } from './tenant.ts';

export const cohortCourses = pgTable(
  'cohort_courses',
  {
    institutionId: institutionId(),
    cohortId: uuid('cohort_id').notNull(),
    courseId: text('course_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.cohortId, t.courseId] }),
    foreignKey({
      name: 'a course is taken by a cohort of the same institution',
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohorts.institutionId, cohorts.id],
    }),
  ],
);

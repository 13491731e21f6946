import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, institutionId } from './tenant.ts';

/** When a student sits the university's own exam of a course, as they say. */
export const examDates = pgTable(
  'exam_dates',
  {
    institutionId: institutionId(),
    learnerKey: uuid('learner_key').notNull(),
    courseId: text('course_id').notNull(),
    examOn: date('exam_on').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'a learner has one exam ahead in a course',
      columns: [t.institutionId, t.learnerKey, t.courseId],
    }),
  ],
);

import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, institutionId } from './tenant.ts';

export const lessonProgress = pgTable(
  'lesson_progress',
  {
    institutionId: institutionId(),
    learnerKey: uuid('learner_key').notNull(),
    courseId: text('course_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    place: text('place'),
    finishedAt: instant('finished_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'a learner has one place in a lesson',
      columns: [t.institutionId, t.learnerKey, t.courseId, t.lessonId],
    }),
  ],
);

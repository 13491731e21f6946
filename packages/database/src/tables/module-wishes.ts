import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, institutionId } from './tenant.ts';

/** Who asked to be told once an announced module opens. */
export const moduleWishes = pgTable(
  'module_wishes',
  {
    institutionId: institutionId(),
    courseId: text('course_id').notNull(),
    moduleId: text('module_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    wishedAt: instant('wished_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'a learner wishes for a module once',
      columns: [t.institutionId, t.courseId, t.moduleId, t.learnerKey],
    }),
  ],
);

import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, institutionId } from './tenant.ts';

/** Told by oneself, apart and optional; shown only in totals of ten or more. */
export const fairnessFacts = pgTable(
  'fairness_facts',
  {
    institutionId: institutionId(),
    learnerKey: uuid('learner_key').notNull(),
    sex: text('sex', { enum: ['female', 'male', 'other'] }),
    firstLanguage: text('first_language', {
      enum: ['spanish', 'quechua', 'aymara', 'amazonian', 'other'],
    }),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.learnerKey] })],
);

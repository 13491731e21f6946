import {
  doublePrecision,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { scopes } from '@puente/schemas';
import { attempts } from './attempts.ts';
import { instant, impliedInstitutionId } from './tenant.ts';

/** Which response counts for each item of each attempt: folded from `responses`, and rebuilt from them at will. */
export const countedResponses = pgTable(
  'counted_responses',
  {
    institutionId: impliedInstitutionId(),
    attemptId: uuid('attempt_id').notNull(),
    itemId: text('item_id').notNull(),
    responseId: uuid('response_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    cohortId: uuid('cohort_id').notNull(),
    courseId: text('course_id').notNull(),
    scope: text('scope', { enum: scopes }).notNull(),
    scoringHash: text('scoring_hash').notNull(),
    /** The option chosen. */
    choice: text('choice').notNull(),
    confidenceLevel: smallint('confidence_level').notNull(),
    confidence: doublePrecision('confidence').notNull(),
    fraction: doublePrecision('fraction').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.attemptId, t.itemId] }),
    index('counted responses of a learner').on(t.institutionId, t.learnerKey, t.courseId),
    index('counted responses of a cohort').on(t.institutionId, t.cohortId, t.courseId, t.scope),
    foreignKey({
      name: 'a counted response is of an attempt of the same institution',
      columns: [t.institutionId, t.attemptId],
      foreignColumns: [attempts.institutionId, attempts.id],
    }),
  ],
);

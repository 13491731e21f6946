import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { scopes } from '@puente/schemas';
import { attempts } from './attempts.ts';
import { impliedInstitutionId } from './tenant.ts';

/** Sums over an attempt's counted responses. */
export const attemptTotals = pgTable(
  'attempt_totals',
  {
    institutionId: impliedInstitutionId(),
    attemptId: uuid('attempt_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    cohortId: uuid('cohort_id').notNull(),
    courseId: text('course_id').notNull(),
    scope: text('scope', { enum: scopes }).notNull(),
    counted: integer('counted').notNull(),
    fractionSum: doublePrecision('fraction_sum').notNull(),
    rightCount: integer('right_count').notNull(),
    confidenceSum: doublePrecision('confidence_sum').notNull(),
    brierSum: doublePrecision('brier_sum').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.attemptId] }),
    index('totals of a learner').on(t.institutionId, t.learnerKey, t.courseId, t.scope),
    index('totals of a cohort').on(t.institutionId, t.cohortId, t.courseId, t.scope),
    foreignKey({
      name: 'totals are of an attempt of the same institution',
      columns: [t.institutionId, t.attemptId],
      foreignColumns: [attempts.institutionId, attempts.id],
    }),
  ],
);

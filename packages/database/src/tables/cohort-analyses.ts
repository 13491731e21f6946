import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { cohorts } from './cohorts.ts';
import { impliedInstitutionId, instant } from './tenant.ts';

/**
 * What the pages of a section show, computed by a job and read as it stands. It is due while `analysedRevision`
 * differs from `revision`, which every fold of its answers, and every change of who is enrolled, raises.
 */
export const cohortAnalyses = pgTable(
  'cohort_analyses',
  {
    institutionId: impliedInstitutionId(),
    cohortId: uuid('cohort_id').notNull(),
    courseId: text('course_id').notNull(),
    revision: integer('revision').notNull().default(0),
    analysedRevision: integer('analysed_revision'),
    /** Of the rules and the courses that computed it; another version is computed anew. */
    version: text('version'),
    computedAt: instant('computed_at'),
    tookMs: integer('took_ms').notNull().default(0),
    document: jsonb('document'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.cohortId, t.courseId] }),
    foreignKey({
      name: 'an analysis is of a cohort of the same institution',
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohorts.institutionId, cohorts.id],
    }),
  ],
);

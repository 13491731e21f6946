import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sittings } from './sittings.ts';
import { impliedInstitutionId, instant } from './tenant.ts';

/**
 * What depends on a person's total: computed by a job once a sitting is over, and again when its answers or keys
 * change. It is due while `analysedRevision` differs from `revision`, which every fold of its answers raises.
 */
export const sittingAnalyses = pgTable(
  'sitting_analyses',
  {
    institutionId: impliedInstitutionId(),
    sittingId: uuid('sitting_id').notNull(),
    revision: integer('revision').notNull().default(0),
    analysedRevision: integer('analysed_revision'),
    /** Of the rules that computed it; another version is computed anew. */
    version: text('version'),
    computedAt: instant('computed_at'),
    tookMs: integer('took_ms').notNull().default(0),
    document: jsonb('document'),
    /** Whose rapid guesses are more than a tenth of their answers: the gain is repeated without them. */
    rapidLearnerKeys: uuid('rapid_learner_keys').array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.sittingId] }),
    foreignKey({
      name: 'an analysis is of a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

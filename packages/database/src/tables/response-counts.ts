import { integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { scopes } from '@puente/schemas';
import { impliedInstitutionId } from './tenant.ts';

/** Counted responses by cohort, scope, item, choice and confidence. */
export const responseCounts = pgTable(
  'response_counts',
  {
    institutionId: impliedInstitutionId(),
    cohortId: uuid('cohort_id').notNull(),
    scope: text('scope', { enum: scopes }).notNull(),
    itemId: text('item_id').notNull(),
    scoringHash: text('scoring_hash').notNull(),
    choice: text('choice').notNull(),
    confidenceLevel: smallint('confidence_level').notNull(),
    responses: integer('responses').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'a count stands once',
      columns: [t.institutionId, t.cohortId, t.scope, t.itemId, t.scoringHash, t.choice, t.confidenceLevel],
    }),
  ],
);

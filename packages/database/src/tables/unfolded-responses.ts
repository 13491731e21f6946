import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { impliedInstitutionId } from './tenant.ts';

/** Recorded and not yet in the counts: written with the response, taken by the fold. */
export const unfoldedResponses = pgTable(
  'unfolded_responses',
  {
    institutionId: impliedInstitutionId(),
    learnerKey: uuid('learner_key').notNull(),
    responseId: uuid('response_id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    itemId: text('item_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.learnerKey, t.responseId] })],
);

import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { timeDecisions as decisions } from '@puente/schemas';
import { setAsideResponses } from './set-aside-responses.ts';
import { instant, institutionId } from './tenant.ts';

/** What a proctor decided on an answer whose time is disputed. Append-only. */
export const timeDecisions = pgTable(
  'time_decisions',
  {
    institutionId: institutionId(),
    learnerKey: uuid('learner_key').notNull(),
    responseId: uuid('response_id').notNull(),
    decision: text('decision', { enum: decisions }).notNull(),
    why: text('why').notNull(),
    decidedBy: uuid('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'a disputed time is decided once',
      columns: [t.institutionId, t.learnerKey, t.responseId],
    }),
    foreignKey({
      name: 'a decision is on an answer of the same institution',
      columns: [t.institutionId, t.learnerKey, t.responseId],
      foreignColumns: [setAsideResponses.institutionId, setAsideResponses.learnerKey, setAsideResponses.id],
    }),
  ],
);

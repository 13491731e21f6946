import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { setAsideReasons } from '@puente/schemas';
import { attempts } from './attempts.ts';
import { impliedInstitutionId, instant } from './tenant.ts';

/** Received, readable and unable to count. Append-only: what a proctor decides stands in time_decisions. */
export const setAsideResponses = pgTable(
  'set_aside_responses',
  {
    institutionId: impliedInstitutionId(),
    learnerKey: uuid('learner_key').notNull(),
    id: uuid('id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    /** The whole response, canonical JSON. */
    payload: text('payload').notNull(),
    payloadHash: text('payload_hash').notNull(),
    reason: text('reason', { enum: setAsideReasons }).notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.learnerKey, t.id] }),
    index('what was set aside of an attempt').on(t.institutionId, t.attemptId),
    foreignKey({
      name: 'what is set aside belongs to an attempt of the same institution',
      columns: [t.institutionId, t.attemptId],
      foreignColumns: [attempts.institutionId, attempts.id],
    }),
  ],
);

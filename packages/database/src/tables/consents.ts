import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, institutionId } from './tenant.ts';

export const consentPurposes = ['selection', 'transfer'] as const;

/** Each yes and each no, by purpose; the latest counts. Append-only. */
export const consents = pgTable(
  'consents',
  {
    institutionId: institutionId(),
    id: id(),
    learnerKey: uuid('learner_key').notNull(),
    /** The round that it is for. */
    roundId: uuid('round_id').notNull(),
    purpose: text('purpose', { enum: consentPurposes }).notNull(),
    by: text('by', { enum: ['self', 'guardian'] }).notNull(),
    given: boolean('given').notNull(),
    /** Of the text that was read. */
    textVersion: text('text_version').notNull(),
    /** Who consented for a person under 18. */
    guardian: jsonb('guardian').$type<{ fullName: string; relationship: string; documentNumber: string }>(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('consents of a learner').on(t.institutionId, t.learnerKey, t.roundId, t.purpose, t.at),
    check('a guardian who consents is named', sql`(${t.by} = 'guardian') = (${t.guardian} is not null)`),
  ],
);

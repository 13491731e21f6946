import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core';
import { instant, institutionId } from './tenant.ts';

/** What a student answered to the one offer of a daily reminder; without a row it was not offered, or not answered. */
export const reminders = pgTable(
  'reminders',
  {
    institutionId: institutionId(),
    learnerKey: uuid('learner_key').notNull(),
    /** By the phone's clock; null: none wanted. */
    hour: smallint('hour'),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'a learner has one reminder', columns: [t.institutionId, t.learnerKey] }),
    check('a reminder comes at an hour of the day', sql`${t.hour} between 0 and 23`),
  ],
);

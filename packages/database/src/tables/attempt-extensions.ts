import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attempts } from './attempts.ts';
import { id, instant, institutionId } from './tenant.ts';

/** More minutes for one student: already in the attempt's closes_at. */
export const attemptExtensions = pgTable(
  'attempt_extensions',
  {
    institutionId: institutionId(),
    id: id(),
    attemptId: uuid('attempt_id').notNull(),
    minutes: integer('minutes').notNull(),
    why: text('why').notNull(),
    givenBy: uuid('given_by').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('extensions of an attempt').on(t.institutionId, t.attemptId),
    check('an extension adds minutes', sql`${t.minutes} > 0`),
    foreignKey({
      name: 'an extension is of an attempt of the same institution',
      columns: [t.institutionId, t.attemptId],
      foreignColumns: [attempts.institutionId, attempts.id],
    }),
  ],
);

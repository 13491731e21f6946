import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { attempts } from './attempts.ts';
import { instant, institutionId } from './tenant.ts';

/** The devices that held an attempt at a sitting, in turn. */
export const attemptLeases = pgTable(
  'attempt_leases',
  {
    institutionId: institutionId(),
    attemptId: uuid('attempt_id').notNull(),
    lease: integer('lease').notNull(),
    sessionId: uuid('session_id').notNull(),
    /** Kind of device and browser, in a few words. */
    device: text('device').notNull(),
    takenAt: instant('taken_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.attemptId, t.lease] }),
    foreignKey({
      name: 'a lease is of an attempt of the same institution',
      columns: [t.institutionId, t.attemptId],
      foreignColumns: [attempts.institutionId, attempts.id],
    }),
  ],
);

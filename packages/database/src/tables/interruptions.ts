import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { interruptionKinds } from '@puente/schemas';
import { attempts } from './attempts.ts';
import { instant, institutionId } from './tenant.ts';

/** When a device was offline, or its page left, during a sitting, as the device reports it. */
export const interruptions = pgTable(
  'interruptions',
  {
    institutionId: institutionId(),
    attemptId: uuid('attempt_id').notNull(),
    /** Made on the device. */
    id: uuid('id').notNull(),
    kind: text('kind', { enum: interruptionKinds }).notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.attemptId, t.id] }),
    check('an interruption ends after it begins', sql`${t.fromAt} <= ${t.toAt}`),
    foreignKey({
      name: 'an interruption is of an attempt of the same institution',
      columns: [t.institutionId, t.attemptId],
      foreignColumns: [attempts.institutionId, attempts.id],
    }),
  ],
);

import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** Credentials, apart from memberships: one person may belong to two institutions. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id')
      .primaryKey()
      .default(sql`uuidv7()`),
    email: text('email'),
    /** A PHC string; null with external sign-in. */
    passwordHash: text('password_hash'),
    issuer: text('issuer'),
    subject: text('subject'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    disabledAt: timestamp('disabled_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [
    uniqueIndex('an e-mail signs in to one account').on(sql`lower(${t.email})`),
    uniqueIndex('an external identity signs in to one account').on(t.issuer, t.subject),
  ],
);

import { sql } from 'drizzle-orm';
import { boolean, doublePrecision, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const institutions = pgTable('institutions', {
  id: uuid('id')
    .primaryKey()
    .default(sql`uuidv7()`),
  code: text('code').notNull().unique('an institution has one code of its own'),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull().default('America/Lima'),
  passMark: doublePrecision('pass_mark').notNull().default(12),
  demonstration: boolean('demonstration').notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

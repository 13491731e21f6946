import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';
import { institutions } from './institutions.ts';

/** Leads every tenant table and every key in it. */
export const institutionId = () =>
  uuid('institution_id')
    .notNull()
    .references(() => institutions.id);

/** For tables that every answer touches: another key implies the institution, and a lock on its row would be shared by all. */
export const impliedInstitutionId = () => uuid('institution_id').notNull();

export const id = () =>
  uuid('id')
    .notNull()
    .default(sql`uuidv7()`);
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const createdAt = () => instant('created_at').notNull().defaultNow();

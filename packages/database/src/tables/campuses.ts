import { pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { id, institutionId } from './tenant.ts';

export const campuses = pgTable(
  'campuses',
  {
    institutionId: institutionId(),
    id: id(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull().default('America/Lima'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('a campus name is used once in an institution').on(t.institutionId, t.name),
  ],
);

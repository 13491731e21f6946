import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, institutionId } from './tenant.ts';

export const selectionRounds = pgTable(
  'selection_rounds',
  {
    institutionId: institutionId(),
    id: id(),
    name: text('name').notNull(),
    seats: integer('seats').notNull(),
    reserves: integer('reserves').notNull(),
    /** The rule that ranks, with its parameters; written before the data. */
    policy: jsonb('policy').$type<{ rule: 'selection/v0'; draws: number; seed: string }>().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    /** When every candidate could read their result. */
    resultsPublishedAt: instant('results_published_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('selection rounds by time').on(t.institutionId, t.createdAt),
    check('a round has seats', sql`${t.seats} > 0`),
    check('reserves are not negative', sql`${t.reserves} >= 0`),
  ],
);

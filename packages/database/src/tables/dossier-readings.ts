import { sql } from 'drizzle-orm';
import { check, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { RubricCriterion } from '@puente/schemas';
import { roundApplications } from './round-applications.ts';
import { instant, institutionId } from './tenant.ts';

/** One reader on one dossier: scores, or a conflict of interest. Append-only. */
export const dossierReadings = pgTable(
  'dossier_readings',
  {
    institutionId: institutionId(),
    roundId: uuid('round_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    readerId: uuid('reader_id').notNull(),
    /** Null: the reader declared a conflict of interest. */
    scores: jsonb('scores').$type<Record<RubricCriterion, number>>(),
    note: text('note'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'a reader scores a dossier once',
      columns: [t.institutionId, t.roundId, t.learnerKey, t.readerId],
    }),
    check('a conflict of interest says why', sql`${t.scores} is not null or ${t.note} is not null`),
    foreignKey({
      name: 'a dossier is of an application of the same institution',
      columns: [t.institutionId, t.roundId, t.learnerKey],
      foreignColumns: [
        roundApplications.institutionId,
        roundApplications.roundId,
        roundApplications.learnerKey,
      ],
    }),
  ],
);

import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { languageLevels } from '@puente/schemas';
import { rounds } from './rounds.ts';
import { instant, institutionId } from './tenant.ts';

/** Who asked to take part in a round, and what they declared. */
export const roundApplications = pgTable(
  'round_applications',
  {
    institutionId: institutionId(),
    roundId: uuid('round_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    canTravel: boolean('can_travel').notNull(),
    datesFit: boolean('dates_fit').notNull(),
    under18: boolean('under_18').notNull(),
    english: text('english', { enum: languageLevels }),
    dossierAnswers: text('dossier_answers').array().notNull(),
    appliedAt: instant('applied_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.roundId, t.learnerKey] }),
    index('applications of a learner').on(t.institutionId, t.learnerKey),
    foreignKey({
      name: 'an application is to a round of the same institution',
      columns: [t.institutionId, t.roundId],
      foreignColumns: [rounds.institutionId, rounds.id],
    }),
  ],
);

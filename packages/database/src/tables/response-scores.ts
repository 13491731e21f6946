import { doublePrecision, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { responses } from './responses.ts';
import { createdAt, impliedInstitutionId } from './tenant.ts';

/** A corrected key adds rows and changes none. */
export const responseScores = pgTable(
  'response_scores',
  {
    institutionId: impliedInstitutionId(),
    learnerKey: uuid('learner_key').notNull(),
    responseId: uuid('response_id').notNull(),
    scoringHash: text('scoring_hash').notNull(),
    /** 0 to 1; 1 only for full credit. */
    fraction: doublePrecision('fraction').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({
      name: 'a response is scored once by a key',
      columns: [t.institutionId, t.learnerKey, t.responseId, t.scoringHash],
    }),
    foreignKey({
      name: 'a score is of a response of the same institution',
      columns: [t.institutionId, t.learnerKey, t.responseId],
      foreignColumns: [responses.institutionId, responses.learnerKey, responses.id],
    }),
  ],
);

import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { identityProofs } from '@puente/schemas';
import { sittings } from './sittings.ts';
import { instant, institutionId } from './tenant.ts';

/** Where a student sat, and how a proctor knew who it was. */
export const sittingCandidates = pgTable(
  'sitting_candidates',
  {
    institutionId: institutionId(),
    sittingId: uuid('sitting_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    /** Wrong room codes since a proctor last gave tries. */
    wrongCodes: integer('wrong_codes').notNull().default(0),
    seat: text('seat'),
    identityProof: text('identity_proof', { enum: identityProofs }),
    identityCheckedBy: uuid('identity_checked_by'),
    identityCheckedAt: instant('identity_checked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.sittingId, t.learnerKey] }),
    check(
      'an identity is checked by somebody at some time',
      sql`(${t.identityProof} is null) = (${t.identityCheckedBy} is null) and (${t.identityProof} is null) = (${t.identityCheckedAt} is null)`,
    ),
    foreignKey({
      name: 'a candidate sits in a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

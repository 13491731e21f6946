import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { outcomes } from '@puente/schemas';
import { rounds } from './rounds.ts';
import { id, instant, institutionId } from './tenant.ts';

/** A change by hand: one person proposes, another decides. */
export const roundOverrides = pgTable(
  'round_overrides',
  {
    institutionId: institutionId(),
    id: id(),
    roundId: uuid('round_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    to: text('to', { enum: outcomes }).notNull(),
    why: text('why').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    approved: boolean('approved'),
    decisionWhy: text('decision_why'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('overrides of a round').on(t.institutionId, t.roundId, t.proposedAt),
    check('who proposes an override does not decide it', sql`${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'a decided override says by whom and why',
      sql`num_nulls(${t.approved}, ${t.decisionWhy}, ${t.decidedBy}, ${t.decidedAt}) in (0, 4)`,
    ),
    foreignKey({
      name: 'an override is of a round of the same institution',
      columns: [t.institutionId, t.roundId],
      foreignColumns: [rounds.institutionId, rounds.id],
    }),
  ],
);

import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { rounds } from './rounds.ts';
import { id, instant, institutionId } from './tenant.ts';

/** What a candidate claims against the own result, and the answer. */
export const roundClaims = pgTable(
  'round_claims',
  {
    institutionId: institutionId(),
    id: id(),
    roundId: uuid('round_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    text: text('text').notNull(),
    madeAt: instant('made_at').notNull(),
    upheld: boolean('upheld'),
    answer: text('answer'),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('claims of a round').on(t.institutionId, t.roundId, t.madeAt),
    uniqueIndex('a candidate has one open claim')
      .on(t.institutionId, t.roundId, t.learnerKey)
      .where(sql`answered_at is null`),
    check(
      'an answered claim has its answer',
      sql`num_nulls(${t.upheld}, ${t.answer}, ${t.answeredBy}, ${t.answeredAt}) in (0, 4)`,
    ),
    foreignKey({
      name: 'a claim is about a round of the same institution',
      columns: [t.institutionId, t.roundId],
      foreignColumns: [rounds.institutionId, rounds.id],
    }),
  ],
);

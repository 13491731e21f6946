import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { rounds } from './rounds.ts';
import { sittings } from './sittings.ts';
import { institutionId } from './tenant.ts';

/** The sittings of sealed forms that a round's policy names. */
export const roundSittings = pgTable(
  'round_sittings',
  {
    institutionId: institutionId(),
    roundId: uuid('round_id').notNull(),
    sittingId: uuid('sitting_id').notNull(),
    courseId: text('course_id').notNull(),
    /** With another sealed form than the others of its course. */
    makeUp: boolean('make_up').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.roundId, t.sittingId] }),
    index('policies that name a sitting').on(t.institutionId, t.sittingId),
    foreignKey({
      name: 'a policy names sittings for a round of the same institution',
      columns: [t.institutionId, t.roundId],
      foreignColumns: [rounds.institutionId, rounds.id],
    }),
    foreignKey({
      name: 'a policy names sittings of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

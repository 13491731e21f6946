import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { sittings } from './sittings.ts';
import { instant, institutionId } from './tenant.ts';

/** How able a learner feels, by objective, beside a sitting: now, or looking back at the start. Append-only. */
export const selfEfficacyRatings = pgTable(
  'self_efficacy_ratings',
  {
    institutionId: institutionId(),
    sittingId: uuid('sitting_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    objectiveId: text('objective_id').notNull(),
    moment: text('moment', { enum: ['now', 'then'] }).notNull(),
    rating: smallint('rating').notNull(),
    ratedAt: instant('rated_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'an objective is rated once for each moment of a sitting',
      columns: [t.institutionId, t.sittingId, t.learnerKey, t.objectiveId, t.moment],
    }),
    check('a rating goes from 1 to 5', sql`${t.rating} between 1 and 5`),
    foreignKey({
      name: 'a rating is given at a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

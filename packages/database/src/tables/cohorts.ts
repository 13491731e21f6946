import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { campuses } from './campuses.ts';
import { createdAt, id, institutionId } from './tenant.ts';

export const cohorts = pgTable(
  'cohorts',
  {
    institutionId: institutionId(),
    id: id(),
    name: text('name').notNull(),
    term: text('term').notNull(),
    campusId: uuid('campus_id'),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    /** Takes the forms without the course; who is in it was drawn by lot from that cohort. */
    comparisonFor: uuid('comparison_for'),
    /** Of the lot, published. */
    lotterySeed: text('lottery_seed'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('a cohort name is used once in a term').on(t.institutionId, t.term, t.name),
    index('cohorts of a campus').on(t.institutionId, t.campusId),
    index('comparisons of a cohort').on(t.institutionId, t.comparisonFor),
    check('a comparison was drawn by a lot', sql`(${t.comparisonFor} is null) = (${t.lotterySeed} is null)`),
    foreignKey({
      name: 'a comparison is for a cohort of the same institution',
      columns: [t.institutionId, t.comparisonFor],
      foreignColumns: [t.institutionId, t.id],
    }),
    foreignKey({
      name: "a cohort's campus is of the same institution",
      columns: [t.institutionId, t.campusId],
      foreignColumns: [campuses.institutionId, campuses.id],
    }),
  ],
);

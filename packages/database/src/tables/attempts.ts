import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { attemptKinds, languages, waves } from '@puente/schemas';
import { cohorts } from './cohorts.ts';
import { sittings } from './sittings.ts';
import { createdAt, instant, institutionId } from './tenant.ts';

export const attempts = pgTable(
  'attempts',
  {
    institutionId: institutionId(),
    id: uuid('id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    kind: text('kind', { enum: attemptKinds }).notNull(),
    courseId: text('course_id').notNull(),
    /** Module of a practice, course of a review, case id, or form id. */
    contentId: text('content_id').notNull(),
    /** The cohort through which the learner took the course when the attempt began. */
    cohortId: uuid('cohort_id').notNull(),
    sittingId: uuid('sitting_id'),
    wave: text('wave', { enum: waves }),
    language: text('language', { enum: languages }).notNull(),
    /** Item ids in the order to meet them. */
    items: text('items').array().notNull(),
    /** Seeds the order of the options. */
    seed: text('seed').notNull(),
    /** Which device's turn it is; each turn of a sitting stands in attempt_leases. */
    lease: integer('lease').notNull().default(1),
    /** The session whose turn it is; null outside sittings. */
    heldBy: uuid('held_by'),
    startedAt: instant('started_at').notNull(),
    closesAt: instant('closes_at'),
    finishedAt: instant('finished_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    unique('a learner attempts a sitting once').on(t.institutionId, t.sittingId, t.learnerKey),
    index('attempts of a learner').on(t.institutionId, t.learnerKey, t.startedAt),
    index('attempts of a cohort').on(t.institutionId, t.cohortId),
    check(
      'an attempt at a sitting names it and its wave',
      sql`(${t.kind} = 'sitting') = (${t.sittingId} is not null and ${t.wave} is not null)`,
    ),
    foreignKey({
      name: 'an attempt is made through a cohort of the same institution',
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohorts.institutionId, cohorts.id],
    }),
    foreignKey({
      name: 'an attempt is at a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

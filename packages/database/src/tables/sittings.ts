import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { waves } from '@puente/schemas';
import { cohorts } from './cohorts.ts';
import { createdAt, id, instant, institutionId } from './tenant.ts';

export const sittings = pgTable(
  'sittings',
  {
    institutionId: institutionId(),
    id: id(),
    cohortId: uuid('cohort_id').notNull(),
    courseId: text('course_id').notNull(),
    wave: text('wave', { enum: waves }).notNull(),
    forms: text('forms').array().notNull(),
    demonstration: boolean('demonstration').notNull(),
    proctored: boolean('proctored').notNull().default(false),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    durationMinutes: integer('duration_minutes'),
    lateHours: integer('late_hours').notNull().default(24),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    releasedAt: instant('released_at'),
    /** Makes the codes that the room shows; null: the start asks for none. */
    roomSecret: text('room_secret'),
    /** Seeds the permuted blocks that assign the forms. */
    assignmentSeed: text('assignment_seed').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('sittings of a cohort').on(t.institutionId, t.cohortId),
    check('a sitting opens before it closes', sql`${t.opensAt} < ${t.closesAt}`),
    check('results are released after the close', sql`${t.releasedAt} is null or ${t.closedAt} is not null`),
    foreignKey({
      name: 'a sitting is for a cohort of the same institution',
      columns: [t.institutionId, t.cohortId],
      foreignColumns: [cohorts.institutionId, cohorts.id],
    }),
  ],
);

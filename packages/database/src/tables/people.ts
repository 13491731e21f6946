import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { campuses } from './campuses.ts';
import { createdAt, id, instant, institutionId } from './tenant.ts';

export const people = pgTable(
  'people',
  {
    institutionId: institutionId(),
    id: id(),
    givenNames: text('given_names').notNull(),
    firstSurname: text('first_surname').notNull(),
    secondSurname: text('second_surname'),
    studentCode: text('student_code'),
    documentKind: text('document_kind', { enum: ['dni', 'ce', 'passport'] }),
    documentNumber: text('document_number'),
    email: text('email'),
    campusId: uuid('campus_id'),
    /** False for who joined by a cohort's code, until a roster claims them ("por confirmar"). */
    confirmed: boolean('confirmed').notNull().default(true),
    synthetic: boolean('synthetic').notNull().default(false),
    createdAt: createdAt(),
    erasedAt: instant('erased_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    uniqueIndex('a student code names one person').on(t.institutionId, sql`upper(${t.studentCode})`),
    uniqueIndex('a document names one person').on(t.institutionId, t.documentKind, t.documentNumber),
    index('people by surname').on(t.institutionId, t.firstSurname, t.secondSurname, t.givenNames),
    index('people of a campus').on(t.institutionId, t.campusId),
    foreignKey({
      name: "a person's campus is of the same institution",
      columns: [t.institutionId, t.campusId],
      foreignColumns: [campuses.institutionId, campuses.id],
    }),
  ],
);

import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { languages, type Answer } from '@puente/schemas';
import { attempts } from './attempts.ts';
import { instant, impliedInstitutionId } from './tenant.ts';

/**
 * Append-only: the API's role may insert and select, nothing else. Form and wave of an answer are those of its attempt
 * (`content_id`, `wave`), by the foreign key: written once when it starts, changed by no verb, and twice in every answer
 * they would only cost room.
 */
export const responses = pgTable(
  'responses',
  {
    institutionId: impliedInstitutionId(),
    learnerKey: uuid('learner_key').notNull(),
    /** A UUIDv7 made on the device. */
    id: uuid('id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    itemId: text('item_id').notNull(),
    /** In content_versions; no foreign key, whose row lock every answer to a popular item would share. */
    contentHash: text('content_hash').notNull(),
    payloadHash: text('payload_hash').notNull(),
    language: text('language', { enum: languages }).notNull(),
    optionOrder: text('option_order').array().notNull(),
    position: smallint('position').notNull(),
    exposure: smallint('exposure').notNull(),
    answer: jsonb('answer').$type<Answer>().notNull(),
    confidenceLevel: smallint('confidence_level').notNull(),
    confidence: doublePrecision('confidence').notNull(),
    deviceSequence: integer('device_sequence').notNull(),
    wallTime: instant('wall_time').notNull(),
    elapsedMs: bigint('elapsed_ms', { mode: 'number' }),
    clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }),
    shownMs: bigint('shown_ms', { mode: 'number' }).notNull(),
    lease: smallint('lease').notNull(),
    origin: text('origin', { enum: ['online', 'offline'] }).notNull(),
    appVersion: text('app_version').notNull(),
    schemaVersion: smallint('schema_version').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.learnerKey, t.id] }),
    index('responses of an attempt').on(t.institutionId, t.attemptId, t.itemId),
    check('confidence is a level from 0 to 4', sql`${t.confidenceLevel} between 0 and 4`),
    check('confidence is a probability', sql`${t.confidence} between 0 and 1`),
    foreignKey({
      name: 'a response belongs to an attempt of the same institution',
      columns: [t.institutionId, t.attemptId],
      foreignColumns: [attempts.institutionId, attempts.id],
    }),
  ],
);

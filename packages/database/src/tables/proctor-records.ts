import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sittings } from './sittings.ts';
import { instant, institutionId } from './tenant.ts';

/** What proctors write down of a sitting as a whole. */
export const proctorRecords = pgTable(
  'proctor_records',
  {
    institutionId: institutionId(),
    sittingId: uuid('sitting_id').notNull(),
    room: text('room'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    attestation: text('attestation'),
    attestedBy: uuid('attested_by'),
    attestedAt: instant('attested_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.sittingId] }),
    check(
      'a room ends after it begins',
      sql`${t.endedAt} is null or (${t.startedAt} is not null and ${t.startedAt} <= ${t.endedAt})`,
    ),
    check(
      'a record is signed whole, by somebody, after the end',
      sql`(${t.attestation} is null) = (${t.attestedAt} is null) and (${t.attestation} is null) = (${t.attestedBy} is null)
        and (${t.attestation} is null or ${t.endedAt} is not null)`,
    ),
    foreignKey({
      name: 'a record is of a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

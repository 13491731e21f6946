import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { noteKinds } from '@puente/schemas';
import { sittings } from './sittings.ts';
import { id, instant, institutionId } from './tenant.ts';

/** Incidents and accommodations of a proctored sitting. Append-only. */
export const proctorNotes = pgTable(
  'proctor_notes',
  {
    institutionId: institutionId(),
    id: id(),
    sittingId: uuid('sitting_id').notNull(),
    /** Null: of the whole room. */
    learnerKey: uuid('learner_key'),
    kind: text('kind', { enum: noteKinds }).notNull(),
    text: text('text').notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('notes of a sitting').on(t.institutionId, t.sittingId),
    foreignKey({
      name: 'a note is of a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { sittings } from './sittings.ts';
import { createdAt, institutionId } from './tenant.ts';

export const formAssignments = pgTable(
  'form_assignments',
  {
    institutionId: institutionId(),
    sittingId: uuid('sitting_id').notNull(),
    learnerKey: uuid('learner_key').notNull(),
    formId: text('form_id').notNull(),
    /** Place in the order of assignment, from 0; four places make a block. Null: the other form than before, or the only one. */
    place: integer('place'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.sittingId, t.learnerKey] }),
    unique('a place in the blocks is given once').on(t.institutionId, t.sittingId, t.place),
    foreignKey({
      name: 'a form is assigned in a sitting of the same institution',
      columns: [t.institutionId, t.sittingId],
      foreignColumns: [sittings.institutionId, sittings.id],
    }),
  ],
);

import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, institutionId } from './tenant.ts';

/** Who did what, when and why, written in the transaction that did it. Ids only. Append-only. */
export const auditLog = pgTable(
  'audit_log',
  {
    institutionId: institutionId(),
    id: id(),
    at: instant('at').notNull(),
    /** Null: the operator, by a command. */
    actorMembershipId: uuid('actor_membership_id'),
    act: text('act').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    why: text('why'),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('the audit log by time').on(t.institutionId, t.at),
    index('the audit log by subject').on(t.institutionId, t.subjectKind, t.subjectId),
  ],
);

import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Every item and case decision that was ever shown, so that an old response can always be read. */
export const contentVersions = pgTable('content_versions', {
  contentHash: text('content_hash').primaryKey(),
  itemId: text('item_id').notNull(),
  scoringHash: text('scoring_hash').notNull(),
  kind: text('kind').notNull(),
  /** Canonical JSON (RFC 8785). */
  document: text('document').notNull(),
  firstSeenAt: timestamp('first_seen_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

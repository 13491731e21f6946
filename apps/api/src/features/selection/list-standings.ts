import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { selectionRounds, shortlistEntries, snapshots, type InstitutionDatabase } from '@puente/database';
import type { Standing } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';

/** The published rounds in which a learner stands, latest first. */
export const listStandings = async (
  db: InstitutionDatabase,
  actor: Actor,
): Promise<Pick<Standing, 'roundId' | 'name' | 'publishedAt' | 'zone'>[]> => {
  const rows = await db
    .select({
      roundId: selectionRounds.id,
      name: selectionRounds.name,
      publishedAt: selectionRounds.resultsPublishedAt,
      zone: shortlistEntries.zone,
    })
    .from(shortlistEntries)
    .innerJoin(
      snapshots,
      and(
        eq(snapshots.institutionId, shortlistEntries.institutionId),
        eq(snapshots.id, shortlistEntries.snapshotId),
      ),
    )
    .innerJoin(
      selectionRounds,
      and(
        eq(selectionRounds.institutionId, snapshots.institutionId),
        eq(selectionRounds.id, snapshots.roundId),
      ),
    )
    .where(
      and(
        eq(shortlistEntries.institutionId, db.institutionId),
        eq(shortlistEntries.learnerKey, learnerKeyOf(actor)),
        isNotNull(selectionRounds.resultsPublishedAt),
      ),
    )
    .orderBy(desc(selectionRounds.resultsPublishedAt));
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt!.toISOString() }));
};

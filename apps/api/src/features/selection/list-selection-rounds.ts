import { and, desc, eq } from 'drizzle-orm';
import { selectionRounds, snapshots, type InstitutionDatabase } from '@puente/database';
import type { RoundSitting, SelectionRound } from '@puente/schemas';
import type { Context } from '../../context.ts';
import { showRound } from './get-selection-round.ts';
import { listRoundSittings } from './list-round-sittings.ts';

/** Every round, newest first, and the sittings of form S that a new one may use. */
export const listSelectionRounds = async (
  db: InstitutionDatabase,
  context: Context,
): Promise<{ rounds: SelectionRound[]; sittings: RoundSitting[] }> => {
  const rows = await db
    .select({ round: selectionRounds, snapshotId: snapshots.id })
    .from(selectionRounds)
    .leftJoin(
      snapshots,
      and(
        eq(snapshots.institutionId, selectionRounds.institutionId),
        eq(snapshots.roundId, selectionRounds.id),
      ),
    )
    .where(eq(selectionRounds.institutionId, db.institutionId))
    .orderBy(desc(selectionRounds.createdAt), desc(selectionRounds.id));
  return {
    rounds: rows.map(({ round, snapshotId }) => showRound(round, snapshotId !== null)),
    sittings: await listRoundSittings(db, context),
  };
};

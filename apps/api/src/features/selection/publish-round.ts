import { and, eq, isNull } from 'drizzle-orm';
import { selectionRounds, type InstitutionDatabase } from '@puente/database';
import type { RoundDetail } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { refuseWhileRanked } from './find-ranking.ts';
import { findSnapshot } from './find-snapshot.ts';
import { getRoundRow, getSelectionRound } from './get-selection-round.ts';

/** From here every candidate reads their own result, and names may stand beside codes. */
export const publishRound = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<RoundDetail> => {
  const round = await getRoundRow(db, roundId, true);
  const snapshot = await findSnapshot(db, roundId);
  if (!snapshot) await refuseWhileRanked(db, roundId);
  if (!snapshot) throw new Conflict('not_frozen', 'There is nothing to publish yet. Freeze the round first.');
  if (round.resultsPublishedAt)
    throw new Conflict('already_published', 'The results of this round are published.');
  await db
    .update(selectionRounds)
    .set({ resultsPublishedAt: context.now })
    .where(
      and(
        eq(selectionRounds.institutionId, db.institutionId),
        eq(selectionRounds.id, roundId),
        isNull(selectionRounds.resultsPublishedAt),
      ),
    );
  await audit(db, actor, context.now, {
    act: 'selection_round.published',
    subjectKind: 'selection_round',
    subjectId: roundId,
    why,
    detail: { snapshotId: snapshot.id, sha256: snapshot.sha256 },
  });
  return getSelectionRound(db, roundId, context);
};

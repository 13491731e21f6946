import { newId, shortlistRankings, snapshots, type InstitutionDatabase } from '@puente/database';
import type { RoundDetail, RoundSitting } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { collectEvidence } from './collect-evidence.ts';
import { findRanking } from './find-ranking.ts';
import { findSnapshot } from './find-snapshot.ts';
import { getRoundRow, getSelectionRound } from './get-selection-round.ts';
import { listRoundSittings } from './list-round-sittings.ts';
import { rankInWorker } from './rank-in-worker.ts';
import { reliabilityOf, type SnapshotFile } from './rules/selection-v0.ts';
import { saveShortlist } from './save-shortlist.ts';
import { snapshotBytes } from './snapshot-bytes.ts';
import { softwareCommit } from './software-commit.ts';

const candidatesPerSeat = 2;
/** More candidates than this are ranked by a job, which says how far it has come. */
const rankedAtOnce = 3000;

/** Freezes a round's evidence, once, computes the shortlist from those bytes, and writes their hash to the audit log. */
export const freezeSnapshot = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  context: Context,
): Promise<RoundDetail> => {
  const round = await getRoundRow(db, roundId, true);
  if ((await findSnapshot(db, roundId)) || (await findRanking(db, roundId))) {
    throw new Conflict(
      'already_frozen',
      'This round is frozen: its evidence can be read, not replaced. Write a new round instead.',
    );
  }
  const sittings = await listRoundSittings(db, context, roundId);
  const open = sittings.find((sitting) => !sitting.settled);
  if (open) {
    throw new Conflict(
      'sitting_open',
      `The sitting of ${open.cohortName} (closes ${open.closesAt}) may still receive answers. Close it, wait for the last ones, and freeze then.`,
    );
  }
  requireProctored(round.policy.rule, sittings);
  const file = await collectEvidence(db, context.catalogue, round, sittings);
  requireEnough(file);
  const { text, sha256 } = snapshotBytes(file);
  const later = file.candidates.length > rankedAtOnce;
  const entries = later ? [] : await rankInWorker({ file: text, sha256 });

  const { institutionId } = db;
  const snapshotId = newId(context.now.getTime());
  await db.insert(snapshots).values({
    institutionId,
    id: snapshotId,
    roundId,
    rule: file.format,
    sha256,
    file: text,
    commit: softwareCommit(),
    frozenAt: context.now,
    frozenBy: actor.membershipId,
  });
  if (later) {
    await db
      .insert(shortlistRankings)
      .values({ institutionId, snapshotId, drawsDone: 0, draws: file.policy.draws });
  } else {
    await saveShortlist(db, snapshotId, entries);
  }
  await audit(db, actor, context.now, {
    act: 'selection_round.frozen',
    subjectKind: 'selection_round',
    subjectId: roundId,
    detail: { snapshotId, sha256, candidates: file.candidates.length, leftOut: file.leftOut.length },
  });
  return getSelectionRound(db, roundId, context);
};

/** Who answered, and with what help, must be known. Only selection/v0 excepts a sitting of a form with public keys, and says so. */
const requireProctored = (rule: string, sittings: readonly RoundSitting[]): void => {
  const isExempt = (sitting: RoundSitting) => rule === 'selection/v0' && sitting.demonstration;
  const lacking = sittings.find(
    (sitting) => !isExempt(sitting) && (!sitting.proctored || sitting.recordGaps.length > 0),
  );
  if (!lacking) return;
  throw new Conflict(
    'sitting_unproctored',
    lacking.proctored
      ? `The proctor's record of the sitting of ${lacking.cohortName} still lacks: ${lacking.recordGaps.join(', ')}. Complete and sign it, and freeze then.`
      : `The sitting of ${lacking.cohortName} had no proctor: it cannot select anybody.`,
  );
};

const requireEnough = (file: SnapshotFile): void => {
  const { seats } = file.policy;
  const needed = candidatesPerSeat * seats;
  if (file.candidates.length < needed) {
    throw new Conflict(
      'too_few_candidates',
      `${file.candidates.length} candidates for ${seats} seats; at least ${needed} are needed. Write a round with fewer seats, or with more sittings.`,
    );
  }
  try {
    reliabilityOf(file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Conflict(
      'reliability_unknown',
      `The answers say nothing that ranks people (${error.message}). Check the form's keys and that it was sat, then freeze.`,
    );
  }
};

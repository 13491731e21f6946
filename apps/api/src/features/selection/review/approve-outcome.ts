import { roundOutcomes, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { lockForAct, policyOf, recordAct, type RoundRow } from '../round-row.ts';
import { getSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { snapshotBytes } from '../snapshot-bytes.ts';
import { listCandidates, type Candidates } from './list-candidates.ts';

const rowsAtOnce = 1000;

const messages = {
  dossiers: 'dossiers wait for a reader',
  draw: 'the public draw is not entered',
  overrides: 'an override waits for a second person',
};

/** What is decided, if nothing is missing. */
const decidedNow = async (
  db: InstitutionDatabase,
  round: RoundRow,
): Promise<{ snapshotId: string; candidates: Candidates }> => {
  const snapshot = await getSnapshotRow(db, round.id);
  const candidates = await listCandidates(db, round, policyOf(round), snapshot);
  if (candidates.missing.length > 0) {
    throw new Conflict(
      'review_unfinished',
      `The review is not finished: ${candidates.missing.map((what) => messages[what]).join('; ')}.`,
    );
  }
  return { snapshotId: snapshot.id, candidates };
};

const countsOf = ({ rows }: Candidates) => ({
  seats: rows.filter(({ decided }) => decided?.outcome === 'seat').length,
  reserves: rows.filter(({ decided }) => decided?.outcome === 'reserve').length,
  byOverride: rows.filter(({ decided }) => decided?.decidedBy === 'override').length,
});

/** Of what is decided for everybody: two people sign the same, or neither. */
const sha256Of = ({ rows }: Candidates): string =>
  snapshotBytes({
    outcomes: rows.map(({ code, decided }) => ({
      code,
      outcome: decided!.outcome,
      place: decided!.place,
      decidedBy: decided!.decidedBy,
    })),
  }).sha256;

/** One person asks that the outcome be approved as it stands. */
export const proposeOutcome = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<void> => {
  const round = await lockForAct(db, actor, roundId, 'propose_outcome');
  const { candidates } = await decidedNow(db, round);
  const outcomeSha256 = sha256Of(candidates);
  await recordAct(
    db,
    actor,
    round,
    'propose_outcome',
    {
      why,
      detail: { ...countsOf(candidates), sha256: outcomeSha256 },
      set: { outcomeProposedBy: actor.membershipId, outcomeSha256 },
    },
    context.now,
  );
};

/** Another person approves it: each candidate's outcome is written, for good, and names may be shown. */
export const approveOutcome = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<void> => {
  const round = await lockForAct(db, actor, roundId, 'approve_outcome');
  const { snapshotId, candidates } = await decidedNow(db, round);
  if (sha256Of(candidates) !== round.outcomeSha256) {
    throw new Conflict(
      'outcome_changed',
      'Somebody withdrew since this outcome was proposed, and it is another one now. Return it, look at it, and propose it again.',
    );
  }
  const rows = candidates.rows.map(({ decided, learnerKey }) => ({
    institutionId: db.institutionId,
    roundId,
    snapshotId,
    learnerKey,
    outcome: decided!.outcome,
    place: decided!.place,
    decidedBy: decided!.decidedBy!,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db.insert(roundOutcomes).values(rows.slice(from, from + rowsAtOnce));
  await recordAct(
    db,
    actor,
    round,
    'approve_outcome',
    {
      why,
      detail: { ...countsOf(candidates), sha256: round.outcomeSha256 },
      set: { approvedAt: context.now },
    },
    context.now,
  );
};

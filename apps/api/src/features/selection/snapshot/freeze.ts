import { newId, rankings, roundSnapshots, type InstitutionDatabase } from '@puente/database';
import type { Policy, RoundSitting } from '@puente/schemas';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { maySelect } from '../../sittings/may-select.ts';
import { computeApart } from '../compute-apart.ts';
import { listRoundSittings } from '../list-round-sittings.ts';
import { lockForAct, policyOf, recordAct, type RoundRow } from '../round-row.ts';
import { listsOf, type SnapshotV1 } from '../rules/selection-v1.ts';
import { softwareCommit } from '../software-commit.ts';
import { collectCandidates } from './collect-candidates.ts';

const candidatesPerSeat = 2;

/** Freezes a round's evidence, once, writes its hash to the audit log, and leaves the ranking to the job. */
export const freeze = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<void> => {
  const round = await lockForAct(db, actor, roundId, 'freeze');
  const policy = policyOf(round);
  const sittings = await listRoundSittings(db, context, roundId);
  requireOver(round, sittings, context.now);
  requireBeforeDraw(policy, context.now);
  const file = await collectCandidates(db, round, policy, sittings, context);
  requireEnough(file);
  const { text, sha256 } = await computeApart({ kind: 'prepare', file }).catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    throw new Conflict(
      'reliability_unknown',
      `The answers say nothing that ranks people (${error.message}). Check the forms' keys and that they were sat, then freeze.`,
    );
  });
  const { institutionId } = db;
  const snapshotId = newId(context.now.getTime());
  await db.insert(roundSnapshots).values({
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
  await db.insert(rankings).values({ institutionId, snapshotId, draws: policy.draws });
  await recordAct(
    db,
    actor,
    round,
    'freeze',
    {
      why,
      detail: { snapshotId, sha256, candidates: file.candidates.length, leftOut: file.leftOut.length },
    },
    context.now,
  );
};

const requireOver = (round: RoundRow, sittings: readonly RoundSitting[], now: Date): void => {
  if (now <= round.applicationsCloseAt) {
    throw new Conflict(
      'applications_open',
      `Applications close ${round.applicationsCloseAt.toISOString()}. Freeze after that.`,
    );
  }
  const open = sittings.find((sitting) => !sitting.settled);
  if (open) {
    throw new Conflict(
      'sitting_open',
      `The sitting of ${open.cohortName} (closes ${open.closesAt}) may still receive answers. Close it, wait for the last ones, and freeze then.`,
    );
  }
  const lacking = sittings
    .filter((sitting) => !maySelect(sitting))
    .map(({ cohortName, forms, proctored, recordGaps }) => ({
      field: `${forms.join(' + ')}, ${cohortName}`,
      message: proctored ? `its record lacks ${recordGaps.join(', ')}` : 'nobody proctored it',
    }));
  if (lacking.length > 0) {
    const each = lacking.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new Conflict(
      'unproctored',
      `A sitting selects only with its proctor's record whole. ${each}.`,
      lacking,
    );
  }
};

/** Who knew the draw and could still choose the hour of the freeze would choose the order of the tied. */
const requireBeforeDraw = ({ draw }: Policy, now: Date): void => {
  if (now < new Date(draw.at)) return;
  throw new Conflict(
    'draw_already_made',
    `The public draw was announced for ${draw.at}: the evidence is frozen before anybody can know it.`,
  );
};

const requireEnough = (file: SnapshotV1): void => {
  for (const { campusId, seats, members } of listsOf(file)) {
    if (members.length >= candidatesPerSeat * seats) continue;
    const where = campusId === null ? '' : ` of campus ${campusId}`;
    throw new Conflict(
      'too_few_candidates',
      `${members.length} eligible candidates${where} for ${seats} seats; at least ${candidatesPerSeat * seats} are needed.`,
    );
  }
};

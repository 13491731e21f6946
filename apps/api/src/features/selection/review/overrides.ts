import { and, asc, eq, isNull } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  dossierReadings,
  newId,
  rankedCandidates,
  roundOverrides,
  roundSnapshots,
  type InstitutionDatabase,
} from '@puente/database';
import type { Outcome, Override, Policy } from '@puente/schemas';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict, NotFound, Refused } from '../../../errors.ts';
import { getRoundRow, lockForAct, policyOf, recordAct } from '../round-row.ts';

interface OverrideRow {
  override: typeof roundOverrides.$inferSelect;
  code: string;
}

export const listOverrideRows = (db: InstitutionDatabase, roundId: string): Promise<OverrideRow[]> =>
  db
    .select({ override: roundOverrides, code: rankedCandidates.code })
    .from(roundOverrides)
    .innerJoin(
      roundSnapshots,
      and(
        eq(roundSnapshots.institutionId, roundOverrides.institutionId),
        eq(roundSnapshots.roundId, roundOverrides.roundId),
      ),
    )
    .innerJoin(
      rankedCandidates,
      and(
        eq(rankedCandidates.institutionId, roundOverrides.institutionId),
        eq(rankedCandidates.snapshotId, roundSnapshots.id),
        eq(rankedCandidates.learnerKey, roundOverrides.learnerKey),
      ),
    )
    .where(and(eq(roundOverrides.institutionId, db.institutionId), eq(roundOverrides.roundId, roundId)))
    .orderBy(asc(roundOverrides.proposedAt), asc(roundOverrides.id));

export const showOverride = (
  { override, code }: OverrideRow,
  actor: Pick<Actor, 'membershipId'>,
): z.output<typeof Override> => ({
  id: override.id,
  code,
  to: override.to,
  why: override.why,
  proposedAt: override.proposedAt.toISOString(),
  own: override.proposedBy === actor.membershipId,
  state: override.approved === null ? 'pending' : override.approved ? 'approved' : 'refused',
  decidedAt: override.decidedAt?.toISOString() ?? null,
  decisionWhy: override.decisionWhy,
});

/** Every change by hand, with its reason and its decision, in the order of time. */
export const listOverrides = async (
  db: InstitutionDatabase,
  actor: Pick<Actor, 'membershipId'>,
  roundId: string,
): Promise<z.output<typeof Override>[]> => {
  await getRoundRow(db, roundId);
  return (await listOverrideRows(db, roundId)).map((row) => showOverride(row, actor));
};

/** Proposes to seat, to reserve or to leave out one candidate; another person decides. */
export const proposeOverride = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { code, to, why }: { code: string; to: Outcome; why: string },
  context: Context,
): Promise<z.output<typeof Override>[]> => {
  const round = await lockForAct(db, actor, roundId, 'propose_override');
  const [candidate] = await db
    .select({ learnerKey: rankedCandidates.learnerKey })
    .from(rankedCandidates)
    .innerJoin(
      roundSnapshots,
      and(
        eq(roundSnapshots.institutionId, rankedCandidates.institutionId),
        eq(roundSnapshots.id, rankedCandidates.snapshotId),
      ),
    )
    .where(
      and(
        eq(rankedCandidates.institutionId, db.institutionId),
        eq(roundSnapshots.roundId, roundId),
        eq(rankedCandidates.code, code),
      ),
    );
  if (!candidate) {
    const message = 'No candidate of this round has this code.';
    throw new Refused('no_such_code', message, [{ field: 'code', message }]);
  }
  await requireNoConflict(db, actor, roundId, candidate.learnerKey);
  const id = newId(context.now.getTime());
  await db.insert(roundOverrides).values({
    institutionId: db.institutionId,
    id,
    roundId,
    learnerKey: candidate.learnerKey,
    to,
    why,
    proposedBy: actor.membershipId,
    proposedAt: context.now,
  });
  await recordAct(
    db,
    actor,
    round,
    'propose_override',
    { why, detail: { overrideId: id, code, to } },
    context.now,
  );
  return listOverrides(db, actor, roundId);
};

/** Approves or refuses what another person proposed. */
export const decideOverride = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  overrideId: string,
  { approve, why }: { approve: boolean; why: string },
  context: Context,
): Promise<z.output<typeof Override>[]> => {
  const round = await lockForAct(db, actor, roundId, 'decide_override');
  const one = and(
    eq(roundOverrides.institutionId, db.institutionId),
    eq(roundOverrides.roundId, roundId),
    eq(roundOverrides.id, overrideId),
  );
  const [override] = await db.select().from(roundOverrides).where(one);
  if (!override) throw new NotFound('override');
  if (override.proposedBy === actor.membershipId) {
    throw new Conflict('needs_another_person', 'You proposed this: another person decides it.');
  }
  await requireNoConflict(db, actor, roundId, override.learnerKey);
  if (approve && override.to === 'seat') await requireSeat(db, policyOf(round), roundId, override.learnerKey);
  const decided = await db
    .update(roundOverrides)
    .set({ approved: approve, decisionWhy: why, decidedBy: actor.membershipId, decidedAt: context.now })
    .where(and(one, isNull(roundOverrides.decidedAt)))
    .returning({ id: roundOverrides.id });
  if (decided.length === 0) throw new Conflict('already_decided', 'This was decided already.');
  await recordAct(db, actor, round, 'decide_override', { why, detail: { overrideId, approve } }, context.now);
  return listOverrides(db, actor, roundId);
};

/** Who declared a conflict of interest about a candidate decides nothing of theirs. */
const requireNoConflict = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  learnerKey: string,
): Promise<void> => {
  const [declared] = await db
    .select({ at: dossierReadings.at })
    .from(dossierReadings)
    .where(
      and(
        eq(dossierReadings.institutionId, db.institutionId),
        eq(dossierReadings.roundId, roundId),
        eq(dossierReadings.learnerKey, learnerKey),
        eq(dossierReadings.readerId, actor.membershipId),
        isNull(dossierReadings.scores),
      ),
    );
  if (declared) {
    throw new Conflict(
      'conflict_declared',
      'You declared a conflict of interest about this candidate: another person proposes and decides it.',
    );
  }
};

/** By hand no more are seated than the candidate's list has seats. */
const requireSeat = async (
  db: InstitutionDatabase,
  policy: Policy,
  roundId: string,
  learnerKey: string,
): Promise<void> => {
  const { rows } = await db.$client.query<{ campusId: string | null; seated: number }>(
    `select own.campus_id as "campusId", (
       select count(*)::int from (
         select distinct on (v.learner_key) v.learner_key, v."to" from round_overrides v
         where v.institution_id = $1 and v.round_id = $2 and v.approved and v.learner_key <> $3
         order by v.learner_key, v.decided_at desc) latest
       join ranked_candidates c on c.institution_id = $1 and c.snapshot_id = s.id and c.learner_key = latest.learner_key
       where latest."to" = 'seat' and c.campus_id is not distinct from own.campus_id) as seated
     from round_snapshots s
     join ranked_candidates own on own.institution_id = s.institution_id and own.snapshot_id = s.id
     where s.institution_id = $1 and s.round_id = $2 and own.learner_key = $3`,
    [db.institutionId, roundId, learnerKey],
  );
  const { campusId, seated } = rows[0]!;
  const seats = policy.campusSeats?.find((campus) => campus.campusId === campusId)?.seats ?? policy.seats;
  if (seated >= seats) {
    throw new Conflict(
      'no_seat_left',
      `All ${seats} seats are given by hand already. Refuse this one, or leave another out first.`,
    );
  }
};

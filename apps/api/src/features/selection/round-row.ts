import { and, eq } from 'drizzle-orm';
import { rounds, type InstitutionDatabase } from '@puente/database';
import type { Policy, Round, RoundAct } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { requireNobodyNamed } from './names-nobody.ts';
import { didFirstHalf, stageAfter, stagesFor } from './round-stage.ts';

export type RoundRow = typeof rounds.$inferSelect;

export const getRoundRow = async (
  db: InstitutionDatabase,
  roundId: string,
  lock = false,
): Promise<RoundRow> => {
  const query = db
    .select()
    .from(rounds)
    .where(and(eq(rounds.institutionId, db.institutionId), eq(rounds.id, roundId)));
  const [round] = lock ? await query.for('update') : await query;
  if (!round) throw new NotFound('round');
  return round;
};

/** The round, locked, if the act is possible in its stage and for this person. */
export const lockForAct = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  act: RoundAct,
): Promise<RoundRow> => {
  const round = await getRoundRow(db, roundId, true);
  if (!stageAfter(round.stage, act)) {
    throw new Conflict(
      'out_of_order',
      `${act} is not possible while the round is at ${round.stage}; it is at ${stagesFor(act).join(', ')}.`,
    );
  }
  if (didFirstHalf(round, act, actor.membershipId)) {
    throw new Conflict(
      'needs_another_person',
      'You did the first half of this: another person does the second.',
    );
  }
  return round;
};

interface Recorded {
  why: string | null;
  detail?: Record<string, unknown>;
  set?: Partial<typeof rounds.$inferInsert>;
}

/** Moves the round on and writes the audit row, in the transaction of the act. */
export const recordAct = async (
  db: InstitutionDatabase,
  actor: Pick<Actor, 'institutionId' | 'membershipId'>,
  round: Pick<RoundRow, 'id' | 'stage'>,
  act: RoundAct,
  { why, detail, set }: Recorded,
  now: Date,
): Promise<void> => {
  if (why !== null) await requireNobodyNamed(db, round.id, act, why);
  await db
    .update(rounds)
    .set({ ...set, stage: stageAfter(round.stage, act)! })
    .where(and(eq(rounds.institutionId, db.institutionId), eq(rounds.id, round.id)));
  await audit(db, actor, now, {
    act: `round.${act}`,
    subjectKind: 'round',
    subjectId: round.id,
    why,
    ...(detail && { detail }),
  });
};

/** Past its first stage a round has a policy: the table says so. */
export const policyOf = (round: RoundRow): Policy => {
  if (!round.policy) throw new Conflict('no_policy', 'This round has no policy yet. Write it first.');
  return round.policy;
};

/** Candidates read a policy once two people published it. */
export const publishedPolicyOf = (round: RoundRow): Policy | null =>
  round.policyPublishedAt ? round.policy : null;

/** The one hour has come: everybody reads results alike. */
export const resultsReadable = (round: RoundRow, now: Date): boolean =>
  round.resultsAt !== null && now >= round.resultsAt;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const showRound = (round: RoundRow): Round => ({
  id: round.id,
  name: round.name,
  stage: round.stage,
  demonstration: round.demonstration,
  applicationsOpenAt: round.applicationsOpenAt.toISOString(),
  applicationsCloseAt: round.applicationsCloseAt.toISOString(),
  travelFrom: round.travelFrom,
  travelTo: round.travelTo,
  createdAt: round.createdAt.toISOString(),
  resultsAt: iso(round.resultsAt),
  claimsUntil: iso(round.claimsUntil),
  closedAt: iso(round.closedAt),
});

/** Applications come in by the clock, until the evidence is frozen. */
export const applicationsOpen = (round: RoundRow, now: Date): boolean =>
  now >= round.applicationsOpenAt &&
  now <= round.applicationsCloseAt &&
  ['policy', 'rehearsed', 'proposed', 'data'].includes(round.stage);

import type { InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { listRoundSittings } from '../list-round-sittings.ts';
import { lockForAct, policyOf, recordAct, type RoundRow } from '../round-row.ts';

/** Below a reliability of .90, so many characters of a reason at least: one that can be read, not a dot. */
const shortestReason = 40;

const requireReliability = (round: RoundRow, why: string): void => {
  const verdict = round.rehearsal?.verdict ?? 'refused';
  const reliability = round.rehearsal?.reliability.toFixed(2) ?? 'unknown';
  if (verdict === 'refused' && !round.demonstration) {
    throw new Conflict(
      'reliability_refused',
      `In rehearsal the reliability is ${reliability}; under .85 nobody is selected by it. Measure with more items, or more courses.`,
    );
  }
  if (verdict !== 'accepted' && why.length < shortestReason) {
    throw new Conflict(
      'reason_needed',
      `In rehearsal the reliability is ${reliability}, below .90: write the reason to publish all the same, in ${shortestReason} characters at least.`,
    );
  }
};

/** A policy precedes its data: published once a sitting has begun, it would not. */
const requireBeforeData = async (
  db: InstitutionDatabase,
  roundId: string,
  context: Context,
): Promise<void> => {
  const begun = (await listRoundSittings(db, context, roundId)).find(
    (sitting) => sitting.state !== 'prepared' || sitting.started > 0,
  );
  if (begun) {
    throw new Conflict(
      'sitting_begun',
      `The sitting of ${begun.cohortName} has begun: the policy comes before the data. Write it on sittings to come.`,
    );
  }
};

/** What is asked of an application is asked while one can still answer. */
const requireAnswerable = (round: RoundRow, now: Date): void => {
  const { zone, eligibility } = policyOf(round);
  if (now < round.applicationsCloseAt || (zone !== 'dossiers' && eligibility.english === null)) return;
  throw new Conflict(
    'applications_closed',
    `Applications closed ${round.applicationsCloseAt.toISOString()}: nobody can answer the questions of a dossier, or declare a level of English, any more. Write a policy without them.`,
  );
};

/** One person asks that the policy be published as rehearsed. */
export const proposePolicy = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<void> => {
  const round = await lockForAct(db, actor, roundId, 'propose_policy');
  requireReliability(round, why);
  requireAnswerable(round, context.now);
  await requireBeforeData(db, roundId, context);
  const { reliability, verdict } = round.rehearsal!;
  await recordAct(
    db,
    actor,
    round,
    'propose_policy',
    { why, detail: { reliability, verdict }, set: { policyProposedBy: actor.membershipId } },
    context.now,
  );
};

/** Another person publishes it: from here it is locked, and candidates read it. */
export const publishPolicy = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<void> => {
  const round = await lockForAct(db, actor, roundId, 'publish_policy');
  requireAnswerable(round, context.now);
  await requireBeforeData(db, roundId, context);
  await recordAct(
    db,
    actor,
    round,
    'publish_policy',
    { why, detail: { policy: policyOf(round) }, set: { policyPublishedAt: context.now } },
    context.now,
  );
};

import type * as z from 'zod/mini';
import type { InstitutionDatabase } from '@puente/database';
import type { actOnRound as endpoint, plainActs, RoundPage } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { getRound } from './get-round.ts';
import { proposePolicy, publishPolicy } from './policy/publish-policy.ts';
import { rehearse } from './policy/rehearse.ts';
import { closeRound } from './results/close-round.ts';
import { approveOutcome, proposeOutcome } from './review/approve-outcome.ts';
import { lockForAct, recordAct } from './round-row.ts';
import { freeze } from './snapshot/freeze.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;
type PlainAct = (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
) => Promise<void>;

const sendBack =
  (
    act: 'return_policy' | 'return_outcome',
    set: { policyProposedBy: null } | { outcomeProposedBy: null; outcomeSha256: null },
  ): PlainAct =>
  async (db, actor, roundId, why, context) => {
    const round = await lockForAct(db, actor, roundId, act);
    await recordAct(db, actor, round, act, { why, set }, context.now);
  };

const acts: Record<(typeof plainActs)[number], PlainAct> = {
  rehearse,
  propose_policy: proposePolicy,
  return_policy: sendBack('return_policy', { policyProposedBy: null }),
  publish_policy: publishPolicy,
  freeze,
  propose_outcome: proposeOutcome,
  return_outcome: sendBack('return_outcome', { outcomeProposedBy: null, outcomeSha256: null }),
  approve_outcome: approveOutcome,
  close: closeRound,
};

/** One step of a round that needs nothing but its reason. */
export const actOnRound = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { act, why }: Input,
  context: Context,
): Promise<RoundPage> => {
  await acts[act](db, actor, roundId, why, context);
  return getRound(db, actor, roundId, context);
};

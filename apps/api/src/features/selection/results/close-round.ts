import type { InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { lockForAct, recordAct } from '../round-row.ts';
import { listClaims } from './claims.ts';
import { sealActa } from './seal-acta.ts';

/** Closes a round once its deadline is over and every claim answered, and seals its acta. */
export const closeRound = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  why: string,
  context: Context,
): Promise<void> => {
  const round = await lockForAct(db, actor, roundId, 'close');
  if (context.now <= round.claimsUntil!) {
    throw new Conflict('claims_open', `Claims are taken until ${round.claimsUntil!.toISOString()}.`);
  }
  const claims = await listClaims(db, roundId);
  const open = claims.filter(({ answeredAt }) => answeredAt === null).length;
  if (open > 0) throw new Conflict('claims_unanswered', `${open} claims wait for an answer.`);
  const closedAt = context.now;
  const sealed = { ...round, stage: 'closed' as const, closedAt };
  const acta = await sealActa(db, actor, sealed, why, context);
  await recordAct(
    db,
    actor,
    round,
    'close',
    { why, detail: { claims: claims.length, acta: acta.sha256 }, set: { closedAt } },
    context.now,
  );
};

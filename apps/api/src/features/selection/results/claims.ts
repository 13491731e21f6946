import { and, asc, eq, isNull } from 'drizzle-orm';
import {
  newId,
  rankedCandidates,
  roundClaims,
  roundSnapshots,
  type InstitutionDatabase,
} from '@puente/database';
import type { Claim, OwnResult } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import { audit } from '../../../audit.ts';
import type { Context } from '../../../context.ts';
import { Conflict, NotFound } from '../../../errors.ts';
import { referenceOf } from '../apply/list-applications.ts';
import { getRoundRow, lockForAct, recordAct } from '../round-row.ts';
import { claimsOpen, getOwnResult, showClaim } from './get-own-result.ts';

/** Claims against the own result: until the deadline, one at a time. */
export const makeClaim = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  text: string,
  context: Context,
): Promise<OwnResult> => {
  const round = await getRoundRow(db, roundId, true);
  const own = await getOwnResult(db, actor, roundId, context);
  if (!claimsOpen(round, context.now)) {
    throw new Conflict('claims_closed', `Claims were taken until ${round.claimsUntil!.toISOString()}.`);
  }
  if (own.claims.some(({ answeredAt }) => answeredAt === null)) {
    throw new Conflict('claim_open', 'Your claim waits for its answer. You can claim again after it.');
  }
  const id = newId(context.now.getTime());
  await db.insert(roundClaims).values({
    institutionId: db.institutionId,
    id,
    roundId,
    learnerKey: learnerKeyOf(actor),
    text,
    madeAt: context.now,
  });
  await audit(db, actor, context.now, {
    act: 'claim.made',
    subjectKind: 'round',
    subjectId: roundId,
    detail: { claimId: id },
  });
  return getOwnResult(db, actor, roundId, context);
};

/** What applicants claimed, by code or, left out, by the reference of their application; and what was answered. */
export const listClaims = async (db: InstitutionDatabase, roundId: string): Promise<Claim[]> => {
  await getRoundRow(db, roundId);
  const rows = await db
    .select({ claim: roundClaims, code: rankedCandidates.code })
    .from(roundClaims)
    .innerJoin(
      roundSnapshots,
      and(
        eq(roundSnapshots.institutionId, roundClaims.institutionId),
        eq(roundSnapshots.roundId, roundClaims.roundId),
      ),
    )
    .leftJoin(
      rankedCandidates,
      and(
        eq(rankedCandidates.institutionId, roundClaims.institutionId),
        eq(rankedCandidates.snapshotId, roundSnapshots.id),
        eq(rankedCandidates.learnerKey, roundClaims.learnerKey),
      ),
    )
    .where(and(eq(roundClaims.institutionId, db.institutionId), eq(roundClaims.roundId, roundId)))
    .orderBy(asc(roundClaims.madeAt), asc(roundClaims.id));
  return rows.map(({ claim, code }) => showClaim(claim, code ?? referenceOf(roundId, claim.learnerKey)));
};

/** Answers a claim, once, with the reason. */
export const answerClaim = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  claimId: string,
  { upheld, answer }: { upheld: boolean; answer: string },
  context: Context,
): Promise<Claim[]> => {
  const round = await lockForAct(db, actor, roundId, 'answer_claim');
  const one = and(
    eq(roundClaims.institutionId, db.institutionId),
    eq(roundClaims.roundId, roundId),
    eq(roundClaims.id, claimId),
  );
  const [claim] = await db.select({ id: roundClaims.id }).from(roundClaims).where(one);
  if (!claim) throw new NotFound('claim');
  const answered = await db
    .update(roundClaims)
    .set({ upheld, answer, answeredBy: actor.membershipId, answeredAt: context.now })
    .where(and(one, isNull(roundClaims.answeredAt)))
    .returning({ id: roundClaims.id });
  if (answered.length === 0) throw new Conflict('already_answered', 'This claim was answered already.');
  await recordAct(
    db,
    actor,
    round,
    'answer_claim',
    { why: `Answered: ${upheld ? 'upheld' : 'not upheld'}.`, detail: { claimId, upheld } },
    context.now,
  );
  return listClaims(db, roundId);
};

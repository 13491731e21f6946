import { and, asc, eq } from 'drizzle-orm';
import { roundClaims, type InstitutionDatabase } from '@puente/database';
import type { Claim, OwnResult } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { NotFound } from '../../../errors.ts';
import { getRoundRow, policyOf, resultsReadable, showRound, type RoundRow } from '../round-row.ts';
import { findSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { missingAnswers } from './missing-answers.ts';

interface Row {
  code: string;
  campusId: string | null;
  score: number;
  estimate: number;
  standardError: number;
  rights: number[];
  percents: number[];
  makeUp: boolean;
  rankLow: number;
  rankHigh: number;
  zone: OwnResult['zone'];
  outcome: OwnResult['outcome'];
  place: number | null;
  decidedBy: OwnResult['decidedBy'];
}

/** A student's own result, from the one hour on, explained from its inputs. P(top K) is staff's alone. */
export const getOwnResult = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { catalogue, now }: Context,
): Promise<OwnResult> => {
  const learnerKey = learnerKeyOf(actor);
  const round = await getRoundRow(db, roundId);
  const snapshot = resultsReadable(round, now) ? await findSnapshotRow(db, roundId) : undefined;
  if (!snapshot) throw new NotFound('result');
  const { rows } = await db.$client.query<Row>(
    `select c.code, c.campus_id as "campusId", c.score, c.estimate, c.standard_error as "standardError", c.rights,
       c.percents, c.make_up as "makeUp", p.rank_low as "rankLow", p.rank_high as "rankHigh", p.zone,
       o.outcome, o.place, o.decided_by as "decidedBy"
     from ranked_candidates c
     join rank_chances p on p.institution_id = c.institution_id and p.snapshot_id = c.snapshot_id
       and p.learner_key = c.learner_key
     join round_outcomes o on o.institution_id = c.institution_id and o.snapshot_id = c.snapshot_id
       and o.learner_key = c.learner_key
     where c.institution_id = $1 and c.snapshot_id = $2 and c.learner_key = $3`,
    [db.institutionId, snapshot.id, learnerKey],
  );
  const own = rows[0];
  if (!own) throw new NotFound('result');
  const policy = policyOf(round);
  const evidence = snapshot.ranking.evidence!;
  const claims = await listOwnClaims(db, roundId, learnerKey, own.code);
  const list = evidence.lists.find(({ campusId }) => campusId === own.campusId)!;
  const itemsOf = (component: number) =>
    own.percents[component]! > 0
      ? Math.round((100 * own.rights[component]!) / own.percents[component]!)
      : evidence.components[component]!.items;
  return {
    round: showRound(round),
    code: own.code,
    measured: {
      courses: evidence.components.map(({ courseId, weight, mean }, component) => ({
        id: courseId,
        title: catalogue.courses.find((course) => course.id === courseId)?.title ?? {
          es: courseId,
          en: courseId,
        },
        items: itemsOf(component),
        weight,
        right: own.rights[component]!,
        percent: own.percents[component]!,
        meanPercent: mean,
      })),
      items: evidence.components.reduce((sum, _, component) => sum + itemsOf(component), 0),
      makeUp: own.makeUp,
    },
    candidates: list.candidates,
    seats: list.seats,
    reserves: policy.reserves,
    campusName: policy.campusSeats?.find(({ campusId }) => campusId === own.campusId)?.campusName ?? null,
    score: own.score,
    rankLow: own.rankLow,
    rankHigh: own.rankHigh,
    cutScore: list.cutScore,
    zone: own.zone,
    zones: list.zones!,
    zoneDecision: policy.zone,
    outcome: own.outcome,
    place: own.outcome === 'reserve' ? own.place : null,
    decidedBy: own.decidedBy,
    missing: missingAnswers(
      own.score,
      list.cutScore,
      evidence.components.map(({ weight, sd }, component) => ({
        // T = 50 + 10 (Σ w z − m)/s, and one answer more is 100/items per cent.
        gain: (10 * weight * 100) / itemsOf(component) / sd / evidence.compositeSd,
        left: itemsOf(component) - own.rights[component]!,
      })),
    ),
    explained: {
      rule: policy.rule,
      reliability: evidence.reliability,
      sem: evidence.sem,
      estimate: own.estimate,
      standardError: own.standardError,
      draws: policy.draws,
      seed: policy.seed,
    },
    claimsUntil: round.claimsUntil!.toISOString(),
    mayClaim: claimsOpen(round, now) && claims.every(({ answeredAt }) => answeredAt !== null),
    claims,
    sha256: snapshot.sha256,
  };
};

export const claimsOpen = (round: RoundRow, now: Date): boolean =>
  round.stage === 'results' && now <= round.claimsUntil!;

export const listOwnClaims = async (
  db: InstitutionDatabase,
  roundId: string,
  learnerKey: string,
  code: string,
): Promise<Claim[]> => {
  const rows = await db
    .select()
    .from(roundClaims)
    .where(
      and(
        eq(roundClaims.institutionId, db.institutionId),
        eq(roundClaims.roundId, roundId),
        eq(roundClaims.learnerKey, learnerKey),
      ),
    )
    .orderBy(asc(roundClaims.madeAt), asc(roundClaims.id));
  return rows.map((claim) => showClaim(claim, code));
};

export const showClaim = (claim: typeof roundClaims.$inferSelect, code: string): Claim => ({
  id: claim.id,
  code,
  text: claim.text,
  madeAt: claim.madeAt.toISOString(),
  answer: claim.answer,
  upheld: claim.upheld,
  answeredAt: claim.answeredAt?.toISOString() ?? null,
});

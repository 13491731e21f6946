import { and, asc, eq } from 'drizzle-orm';
import { roundClaims, type InstitutionDatabase } from '@puente/database';
import { roundedScore } from '@puente/measurement';
import type { Claim, LeftOutResult, OwnResult, RankedResult } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { NotFound } from '../../../errors.ts';
import { referenceOf } from '../apply/list-applications.ts';
import { courseTitles } from '../apply/measured-courses.ts';
import { getRoundRow, policyOf, resultsReadable, showRound, type RoundRow } from '../round-row.ts';
import { findOwnInputs } from '../snapshot/find-own-inputs.ts';
import { findSnapshotRow, type SnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { missingAnswers } from './missing-answers.ts';
import { turnedOf } from './turned-of.ts';

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
  zone: RankedResult['zone'];
  outcome: RankedResult['outcome'];
  place: number | null;
  decidedBy: RankedResult['decidedBy'];
  withdrawn: boolean;
  seatsByHand: number;
}

/** A student's own result, from the one hour on, explained from its inputs. P(top K) is staff's alone. */
export const getOwnResult = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  context: Context,
): Promise<OwnResult> => {
  const { catalogue, now } = context;
  const learnerKey = learnerKeyOf(actor);
  const round = await getRoundRow(db, roundId);
  const snapshot = resultsReadable(round, now) ? await findSnapshotRow(db, roundId) : undefined;
  if (!snapshot) throw new NotFound('result');
  const { rows } = await db.$client.query<Row>(
    `select c.code, c.campus_id as "campusId", c.score, c.estimate, c.standard_error as "standardError", c.rights,
       c.percents, c.make_up as "makeUp", p.rank_low as "rankLow", p.rank_high as "rankHigh", p.zone,
       o.outcome, o.place, o.decided_by as "decidedBy", a.withdrawn_at is not null as withdrawn,
       (select count(*)::int from round_outcomes h
        join ranked_candidates l on l.institution_id = h.institution_id and l.snapshot_id = h.snapshot_id
          and l.learner_key = h.learner_key and l.campus_id is not distinct from c.campus_id
        where h.institution_id = c.institution_id and h.snapshot_id = c.snapshot_id and h.outcome = 'seat'
          and h.decided_by = 'override') as "seatsByHand"
     from ranked_candidates c
     join rank_chances p on p.institution_id = c.institution_id and p.snapshot_id = c.snapshot_id
       and p.learner_key = c.learner_key
     join round_outcomes o on o.institution_id = c.institution_id and o.snapshot_id = c.snapshot_id
       and o.learner_key = c.learner_key
     join round_applications a on a.institution_id = c.institution_id and a.round_id = $4
       and a.learner_key = c.learner_key
     where c.institution_id = $1 and c.snapshot_id = $2 and c.learner_key = $3`,
    [db.institutionId, snapshot.id, learnerKey, roundId],
  );
  const own = rows[0];
  if (!own) return getLeftOut(db, round, snapshot, learnerKey, context);
  const policy = policyOf(round);
  const evidence = snapshot.ranking.evidence!;
  const claims = await listOwnClaims(db, roundId, learnerKey, own.code);
  const list = evidence.lists.find(({ campusId }) => campusId === own.campusId)!;
  const itemsOf = (component: number) =>
    own.percents[component]! > 0
      ? Math.round((100 * own.rights[component]!) / own.percents[component]!)
      : evidence.components[component]!.items;
  const cut = roundedScore(list.cutScore);
  // What two people signed stands; who withdrew after it takes no seat.
  const outcome = own.withdrawn ? 'none' : own.outcome;
  return {
    counted: true,
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
    tiedAtCut: roundedScore(own.score) === cut && list.tiesAtCut > list.seatsForTied,
    seatsByHand: own.seatsByHand,
    turned: turnedOf({ ...own, outcome, reachesCut: roundedScore(own.score) >= cut }),
    zone: own.zone,
    zones: list.zones!,
    zoneDecision: policy.zone,
    outcome,
    place: outcome === 'reserve' ? own.place : null,
    decidedBy: own.withdrawn ? 'withdrawal' : own.decidedBy,
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
    ...claimsPart(round, claims, now),
    sha256: snapshot.sha256,
  };
};

/** Why one was left out: told at the same hour, and to be claimed against like any result. */
const getLeftOut = async (
  db: InstitutionDatabase,
  round: RoundRow,
  snapshot: SnapshotRow,
  learnerKey: string,
  { catalogue, now }: Context,
): Promise<LeftOutResult> => {
  const policy = policyOf(round);
  const inputs = await findOwnInputs(db, round.id, learnerKey, policy);
  if (!inputs) throw new NotFound('result');
  const code = referenceOf(round.id, learnerKey);
  return {
    counted: false,
    round: showRound(round),
    code,
    missing: inputs.missing,
    titles: courseTitles(policy, catalogue),
    english: policy.eligibility.english,
    ...claimsPart(round, await listOwnClaims(db, round.id, learnerKey, code), now),
    sha256: snapshot.sha256,
  };
};

const claimsPart = (round: RoundRow, claims: Claim[], now: Date) => ({
  claimsUntil: round.claimsUntil!.toISOString(),
  mayClaim: claimsOpen(round, now) && claims.every(({ answeredAt }) => answeredAt !== null),
  claims,
});

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

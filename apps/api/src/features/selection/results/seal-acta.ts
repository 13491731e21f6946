import { and, asc, eq, inArray } from 'drizzle-orm';
import { auditLog, institutions, roundActas, type InstitutionDatabase } from '@puente/database';
import type {
  Evidence,
  Fairness,
  LocalizedText,
  Merit,
  Outcome,
  Override,
  Policy,
  Round,
} from '@puente/schemas';
import type * as z from 'zod/mini';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { NotFound } from '../../../errors.ts';
import { countApplications } from '../apply/list-applications.ts';
import { courseTitles } from '../apply/measured-courses.ts';
import { withCampusNames } from '../review/get-merits.ts';
import { listCandidates } from '../review/list-candidates.ts';
import { listOverrideRows, showOverride } from '../review/overrides.ts';
import { getRoundRow, policyOf, showRound, type RoundRow } from '../round-row.ts';
import { getSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { snapshotBytes } from '../snapshot-bytes.ts';
import { listClaims } from './claims.ts';
import { getFairness } from './get-fairness.ts';

/** People of the programme are letters here: the acta names nobody, and shows who acted twice. */
export interface Acta {
  institutionName: string;
  timeZone: string;
  round: Round;
  policy: Policy;
  titles: { id: string; title: LocalizedText }[];
  reliabilityRehearsed: number;
  applied: number;
  withdrawn: number;
  /** Of the approved seats and reserves, those whose candidate withdrew before the results. */
  givenUp: number;
  evidence: Evidence;
  snapshot: { sha256: string; frozenAt: string };
  meritsSha256: string;
  draw: { numbers: string; enteredAt: string };
  approvals: { act: string; at: string; person: string; why: string | null }[];
  overrides: (Omit<z.output<typeof Override>, 'id' | 'own'> & {
    proposedBy: string;
    decidedBy: string | null;
  })[];
  claims: { made: number; upheld: number };
  fairness: Fairness;
  /** The seated, then the reserves, by their place. */
  list: { code: string; outcome: Outcome; place: number; decidedBy: NonNullable<Merit['decidedBy']> }[];
}

const approving = [
  'round.propose_policy',
  'round.publish_policy',
  'round.freeze',
  'round.enter_draw',
  'round.propose_outcome',
  'round.approve_outcome',
  'round.publish_results',
];

/**
 * Writes what the acta says, once, as it stands when the round closes: what people tell of themselves later, move or
 * have erased changes it no more.
 */
export const sealActa = async (
  db: InstitutionDatabase,
  actor: Actor,
  round: RoundRow & { closedAt: Date },
  why: string,
  context: Context,
): Promise<{ sha256: string }> => {
  const { text, sha256 } = snapshotBytes(await composeActa(db, actor, round, why, context));
  const { institutionId } = db;
  await db
    .insert(roundActas)
    .values({ institutionId, roundId: round.id, sha256, file: text, sealedAt: round.closedAt });
  return { sha256 };
};

const composeActa = async (
  db: InstitutionDatabase,
  actor: Actor,
  round: RoundRow & { closedAt: Date },
  why: string,
  context: Context,
): Promise<Acta> => {
  const policy = policyOf(round);
  const snapshot = await getSnapshotRow(db, round.id);
  const { rows } = await listCandidates(db, round, policy, snapshot);
  const [institution] = await db
    .select({ name: institutions.name, timeZone: institutions.timeZone })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  const acts = [
    ...(await listApprovals(db, round.id)),
    { act: 'round.close', at: round.closedAt, by: actor.membershipId, why },
  ];
  const overrides = await listOverrideRows(db, round.id);
  const letterOf = lettersOf([
    ...acts.map(({ by }) => by),
    ...overrides.flatMap(({ override }) => [override.proposedBy, override.decidedBy]),
  ]);
  const claims = await listClaims(db, round.id);
  const { applied, withdrawn } = await countApplications(db, round, context);
  return {
    institutionName: institution!.name,
    timeZone: institution!.timeZone,
    round: showRound(round),
    policy,
    titles: courseTitles(policy, context.catalogue),
    reliabilityRehearsed: round.rehearsal!.reliability,
    applied,
    withdrawn,
    givenUp: await countGivenUp(db, round.id),
    evidence: withCampusNames(snapshot.ranking.evidence!, policy),
    snapshot: { sha256: snapshot.sha256, frozenAt: snapshot.frozenAt.toISOString() },
    meritsSha256: snapshot.ranking.sha256!,
    draw: { numbers: round.drawNumbers!, enteredAt: round.drawEnteredAt!.toISOString() },
    approvals: acts.map((one) => ({
      act: one.act,
      at: one.at.toISOString(),
      person: letterOf(one.by),
      why: one.why,
    })),
    overrides: overrides.map((row) => {
      const { id: _id, own: _own, ...shown } = showOverride(row, actor);
      const { proposedBy, decidedBy } = row.override;
      return {
        ...shown,
        proposedBy: letterOf(proposedBy),
        decidedBy: decidedBy === null ? null : letterOf(decidedBy),
      };
    }),
    claims: { made: claims.length, upheld: claims.filter(({ upheld }) => upheld).length },
    fairness: await getFairness(db, round.id),
    list: rows
      .flatMap(({ code, decided }) => {
        const { outcome, place, decidedBy } = decided!;
        return outcome === 'none' ? [] : [{ code, outcome, place: place!, decidedBy: decidedBy! }];
      })
      .sort((a, b) => order(a) - order(b) || a.place - b.place || (a.code < b.code ? -1 : 1)),
  };
};

const order = ({ outcome }: Acta['list'][number]): number => (outcome === 'seat' ? 0 : 1);

const listApprovals = (db: InstitutionDatabase, roundId: string) =>
  db
    .select({ act: auditLog.act, at: auditLog.at, by: auditLog.actorMembershipId, why: auditLog.why })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.institutionId, db.institutionId),
        eq(auditLog.subjectKind, 'round'),
        eq(auditLog.subjectId, roundId),
        inArray(auditLog.act, approving),
      ),
    )
    .orderBy(asc(auditLog.at), asc(auditLog.id));

/** One letter to each membership, in the order of their first act; namesakes and erased people stay apart. */
const lettersOf = (people: readonly (string | null)[]): ((membershipId: string | null) => string) => {
  const known = [...new Set(people)];
  return (membershipId) => {
    const place = known.indexOf(membershipId);
    return `${String.fromCharCode(65 + (place % 26))}${place < 26 ? '' : Math.floor(place / 26) + 1}`;
  };
};

const countGivenUp = async (db: InstitutionDatabase, roundId: string): Promise<number> => {
  const { rows } = await db.$client.query<{ count: number }>(
    `select count(*)::int as count from round_outcomes o
     join round_applications a on a.institution_id = o.institution_id and a.round_id = o.round_id
       and a.learner_key = o.learner_key and a.withdrawn_at is not null
     where o.institution_id = $1 and o.round_id = $2 and o.outcome <> 'none'`,
    [db.institutionId, roundId],
  );
  return rows[0]!.count;
};

/** The acta of a closed round, as it was sealed. */
export const getActa = async (
  db: InstitutionDatabase,
  roundId: string,
): Promise<Acta & { sha256: string }> => {
  await getRoundRow(db, roundId);
  const [sealed] = await db
    .select({ file: roundActas.file, sha256: roundActas.sha256 })
    .from(roundActas)
    .where(and(eq(roundActas.institutionId, db.institutionId), eq(roundActas.roundId, roundId)));
  if (!sealed) throw new NotFound('acta: the round is not closed');
  return { ...(JSON.parse(sealed.file) as Acta), sha256: sealed.sha256 };
};

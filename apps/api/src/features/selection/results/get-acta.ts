import { eq } from 'drizzle-orm';
import { institutions, type InstitutionDatabase } from '@puente/database';
import type { Evidence, Fairness, LocalizedText, Policy, Round, RoundPage } from '@puente/schemas';
import type { Context } from '../../../context.ts';
import { NotFound } from '../../../errors.ts';
import { countApplications } from '../apply/list-applications.ts';
import { listActs } from '../get-round.ts';
import { withCampusNames } from '../review/get-merits.ts';
import { listCandidates, type Candidate } from '../review/list-candidates.ts';
import { listOverrides } from '../review/overrides.ts';
import { getRoundRow, policyOf, showRound } from '../round-row.ts';
import { getSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { listClaims } from './claims.ts';
import { getFairness } from './get-fairness.ts';

export interface Acta {
  institutionName: string;
  timeZone: string;
  round: Round;
  policy: Policy;
  reliabilityRehearsed: number;
  applied: number;
  withdrawn: number;
  evidence: Evidence;
  snapshot: { sha256: string; frozenAt: string };
  meritsSha256: string;
  draw: { numbers: string; enteredAt: string };
  /** People of the programme as letters: the acta names nobody. */
  approvals: { act: string; at: string; person: string; why: string | null }[];
  overrides: Awaited<ReturnType<typeof listOverrides>>;
  claims: { made: number; upheld: number };
  fairness: Fairness;
  list: Pick<Candidate, 'code' | 'decided'>[];
  courseTitle: (courseId: string) => LocalizedText;
}

const approving: readonly string[] = [
  'round.propose_policy',
  'round.publish_policy',
  'round.freeze',
  'round.enter_draw',
  'round.propose_outcome',
  'round.approve_outcome',
  'round.publish_results',
  'round.close',
];

/** Everything that the acta of a closed round says. */
export const getActa = async (db: InstitutionDatabase, roundId: string, context: Context): Promise<Acta> => {
  const round = await getRoundRow(db, roundId);
  if (!round.closedAt) throw new NotFound('acta: the round is not closed');
  const policy = policyOf(round);
  const snapshot = await getSnapshotRow(db, roundId);
  const { rows } = await listCandidates(db, round, policy, snapshot);
  const [institution] = await db
    .select({ name: institutions.name, timeZone: institutions.timeZone })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  const reader = { membershipId: '' };
  const claims = await listClaims(db, roundId);
  const { applied, withdrawn } = await countApplications(db, round, context);
  return {
    institutionName: institution!.name,
    timeZone: institution!.timeZone,
    round: showRound(round),
    policy,
    reliabilityRehearsed: round.rehearsal!.reliability,
    applied,
    withdrawn,
    evidence: withCampusNames(snapshot.ranking.evidence!, policy),
    snapshot: { sha256: snapshot.sha256, frozenAt: snapshot.frozenAt.toISOString() },
    meritsSha256: snapshot.ranking.sha256!,
    draw: { numbers: round.drawNumbers!, enteredAt: round.drawEnteredAt!.toISOString() },
    approvals: asLetters(await listActs(db, reader, roundId)),
    overrides: await listOverrides(db, reader, roundId),
    claims: { made: claims.length, upheld: claims.filter(({ upheld }) => upheld).length },
    fairness: await getFairness(db, roundId),
    list: rows
      .filter(({ decided }) => decided!.outcome !== 'none')
      .sort(
        (a, b) => order(a) - order(b) || a.decided!.place! - b.decided!.place! || (a.code < b.code ? -1 : 1),
      ),
    courseTitle: (courseId) =>
      context.catalogue.courses.find((course) => course.id === courseId)?.title ?? {
        es: courseId,
        en: courseId,
      },
  };
};

const order = ({ decided }: Pick<Candidate, 'decided'>): number => (decided!.outcome === 'seat' ? 0 : 1);

const asLetters = (acts: RoundPage['acts']): Acta['approvals'] => {
  const people = [...new Set(acts.map(({ by }) => by))];
  return acts
    .filter(({ act }) => approving.includes(act))
    .map(({ act, at, by, why }) => ({ act, at, person: String.fromCharCode(65 + people.indexOf(by)), why }));
};

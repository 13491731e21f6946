import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import {
  auditLog,
  memberships,
  people,
  roundClaims,
  roundOverrides,
  rounds,
  roundSittings,
  roundSnapshots,
  type InstitutionDatabase,
} from '@puente/database';
import type { meritWarnings, Round, RoundPage, RoundSitting } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { fullNameOf } from '../accounts/get-me.ts';
import { maySelect } from '../sittings/may-select.ts';
import { countApplications } from './apply/list-applications.ts';
import { courseTitles, measuredCourses } from './apply/measured-courses.ts';
import { listRoundSittings } from './list-round-sittings.ts';
import { agreementOf, dossierState } from './review/dossier-state.ts';
import { withCampusNames } from './review/get-merits.ts';
import { listCandidates } from './review/list-candidates.ts';
import { isEmpty, listZone, scoredReadings } from './review/list-zone.ts';
import { getRoundRow, policyOf, showRound, type RoundRow } from './round-row.ts';
import { actsFor, stepsOf } from './round-stage.ts';
import { findSnapshotRow, type SnapshotRow } from './snapshot/get-snapshot-row.ts';

type Warning = (typeof meritWarnings)[number];

/** Under so many items over the courses, a form cannot name its seats. */
const itemsThatName = 100;
const staleMs = 120_000;

export const listRounds = async (
  db: InstitutionDatabase,
  context: Context,
): Promise<{ rounds: Round[]; sittings: RoundSitting[] }> => {
  const rows = await db
    .select()
    .from(rounds)
    .where(eq(rounds.institutionId, db.institutionId))
    .orderBy(desc(rounds.createdAt), desc(rounds.id));
  return { rounds: rows.map(showRound), sittings: await listRoundSittings(db, context) };
};

/** A round: where it stands, its policy, its evidence, and who did what. */
export const getRound = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  context: Context,
): Promise<RoundPage> => {
  const round = await getRoundRow(db, roundId);
  const snapshot = await findSnapshotRow(db, roundId);
  const sittings = await sittingsOf(db, roundId, context);
  const evidence = snapshot?.ranking.evidence;
  return {
    asOf: context.now.toISOString(),
    round: showRound(round),
    steps: stepsOf(round, context.now),
    may: actor.role === 'staff' ? actsFor(round, actor.membershipId) : [],
    applications: await countApplications(db, round, context),
    policy: round.policy,
    courses: round.policy
      ? await measuredCourses(db, round, round.policy, evidence ?? null, context.catalogue)
      : [],
    titles: round.policy ? courseTitles(round.policy, context.catalogue) : [],
    rehearsal: round.rehearsal,
    sittings,
    warnings: await warningsOf(db, round, sittings, snapshot),
    snapshot: snapshot
      ? {
          id: snapshot.id,
          sha256: snapshot.sha256,
          rule: snapshot.rule,
          frozenAt: snapshot.frozenAt.toISOString(),
          bytes: snapshot.bytes,
        }
      : null,
    ranking: snapshot ? showRanking(snapshot, context.now) : null,
    evidence: evidence && round.policy ? withCampusNames(evidence, round.policy) : null,
    draw:
      round.drawNumbers !== null
        ? { numbers: round.drawNumbers, enteredAt: round.drawEnteredAt!.toISOString() }
        : null,
    review: snapshot?.ranking.finishedAt ? await reviewOf(db, round, snapshot) : null,
    claims: await countClaims(db, roundId),
    acts: await listActs(db, actor, roundId),
  };
};

const sittingsOf = async (
  db: InstitutionDatabase,
  roundId: string,
  context: Context,
): Promise<RoundPage['sittings']> => {
  const named = await db
    .select({ id: roundSittings.sittingId, makeUp: roundSittings.makeUp })
    .from(roundSittings)
    .where(and(eq(roundSittings.institutionId, db.institutionId), eq(roundSittings.roundId, roundId)));
  const sittings = await listRoundSittings(db, context, roundId);
  return sittings.map((sitting) => ({
    ...sitting,
    makeUp: named.find(({ id }) => id === sitting.id)!.makeUp,
  }));
};

const showRanking = ({ ranking }: SnapshotRow, now: Date): RoundPage['ranking'] => {
  const working = ranking.claimedAt !== null && now.getTime() - ranking.claimedAt.getTime() < staleMs;
  return {
    state: ranking.failedAt ? 'failed' : ranking.finishedAt ? 'done' : working ? 'running' : 'waiting',
    done: ranking.done,
    draws: ranking.draws,
    sha256: ranking.sha256,
  };
};

const reviewOf = async (
  db: InstitutionDatabase,
  round: RoundRow,
  snapshot: SnapshotRow,
): Promise<RoundPage['review']> => {
  const zone = (await listZone(db, round.id)).filter((member) => !member.withdrawn);
  const scored = zone.map(scoredReadings);
  const overrides = await db
    .select({ approved: roundOverrides.approved })
    .from(roundOverrides)
    .where(and(eq(roundOverrides.institutionId, db.institutionId), eq(roundOverrides.roundId, round.id)));
  return {
    inZone: zone.length,
    read: zone.filter((member, index) => dossierState(scored[index]!, isEmpty(member)).score !== null).length,
    agreement: agreementOf(scored),
    overridesPending: overrides.filter(({ approved }) => approved === null).length,
    overridesApproved: overrides.filter(({ approved }) => approved === true).length,
    missing: (await listCandidates(db, round, policyOf(round), snapshot)).missing,
  };
};

const warningsOf = async (
  db: InstitutionDatabase,
  round: RoundRow,
  sittings: RoundPage['sittings'],
  snapshot: SnapshotRow | undefined,
): Promise<Warning[]> => {
  const evidence = snapshot?.ranking.evidence;
  const forms = new Map(
    sittings.filter(({ makeUp }) => !makeUp).map((sitting) => [sitting.forms[0], sitting.items]),
  );
  const items = evidence?.items ?? [...forms.values()].reduce((sum, count) => sum + count, 0);
  const reliability = evidence?.reliability ?? round.rehearsal?.reliability ?? 1;
  const warnings: [boolean, Warning][] = [
    [round.demonstration, 'demonstration'],
    [
      // Before a sitting is over its record cannot be whole.
      sittings.some((sitting) => (sitting.settled ? !maySelect(sitting) : !sitting.proctored)),
      'unproctored',
    ],
    [sittings.some((sitting) => sitting.demonstration), 'demonstration_bank'],
    [sittings.length > 0 && items < itemsThatName, 'few_items'],
    [reliability < 0.85, 'reliability_under_85'],
    [reliability >= 0.85 && reliability < 0.9, 'reliability_under_90'],
    [evidence?.lists.some((list) => list.tiesAtCut > list.seatsForTied) ?? false, 'ties_at_cut'],
    [(evidence?.makeUps ?? 0) > 0, 'make_ups'],
    [await isUsedElsewhere(db, round.id, sittings), 'sitting_used_before'],
    [await hasSynthetic(db, round.id), 'synthetic'],
  ];
  return warnings.flatMap(([holds, warning]) => (holds ? [warning] : []));
};

/** Another frozen round rests on one of the sittings: a sealed form selects once. */
const isUsedElsewhere = async (
  db: InstitutionDatabase,
  roundId: string,
  sittings: readonly RoundSitting[],
): Promise<boolean> => {
  if (sittings.length === 0) return false;
  const others = await db
    .select({ id: roundSnapshots.id })
    .from(roundSittings)
    .innerJoin(
      roundSnapshots,
      and(
        eq(roundSnapshots.institutionId, roundSittings.institutionId),
        eq(roundSnapshots.roundId, roundSittings.roundId),
      ),
    )
    .where(
      and(
        eq(roundSittings.institutionId, db.institutionId),
        ne(roundSittings.roundId, roundId),
        inArray(
          roundSittings.sittingId,
          sittings.map((sitting) => sitting.id),
        ),
      ),
    )
    .limit(1);
  return others.length > 0;
};

const hasSynthetic = async (db: InstitutionDatabase, roundId: string): Promise<boolean> => {
  const { rowCount } = await db.$client.query(
    `select from round_applications a
     join learner_links l on l.institution_id = a.institution_id and l.learner_key = a.learner_key
     join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     join people p on p.institution_id = m.institution_id and p.id = m.person_id and p.synthetic
     where a.institution_id = $1 and a.round_id = $2 limit 1`,
    [db.institutionId, roundId],
  );
  return rowCount === 1;
};

const countClaims = async (db: InstitutionDatabase, roundId: string): Promise<RoundPage['claims']> => {
  const claims = await db
    .select({ answeredAt: roundClaims.answeredAt })
    .from(roundClaims)
    .where(and(eq(roundClaims.institutionId, db.institutionId), eq(roundClaims.roundId, roundId)));
  return { made: claims.length, answered: claims.filter(({ answeredAt }) => answeredAt !== null).length };
};

/** Who did what to the round, when and why: what staff did, and no student's own steps. */
const listActs = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
): Promise<RoundPage['acts']> => {
  const rows = await db
    .select({ entry: auditLog, person: people, role: memberships.role })
    .from(auditLog)
    .leftJoin(
      memberships,
      and(
        eq(memberships.institutionId, auditLog.institutionId),
        eq(memberships.id, auditLog.actorMembershipId),
      ),
    )
    .leftJoin(
      people,
      and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
    )
    .where(
      and(
        eq(auditLog.institutionId, db.institutionId),
        eq(auditLog.subjectKind, 'round'),
        eq(auditLog.subjectId, roundId),
      ),
    )
    .orderBy(asc(auditLog.at), asc(auditLog.id));
  return rows
    .filter(({ entry }) => entry.act.startsWith('round.'))
    .map(({ entry, person }) => ({
      act: entry.act,
      at: entry.at.toISOString(),
      by: person && !person.erasedAt ? fullNameOf(person) : null,
      own: entry.actorMembershipId === actor.membershipId,
      why: entry.why,
    }));
};

import type * as z from 'zod/mini';
import type { InstitutionDatabase } from '@puente/database';
import { lotteryDigest } from '@puente/measurement';
import type { Evidence, getMerits as endpoint, Policy, RoundStage } from '@puente/schemas';
import type { Actor } from '../../../actor.ts';
import { audit } from '../../../audit.ts';
import type { Context } from '../../../context.ts';
import { Conflict, NotFound } from '../../../errors.ts';
import { fullNameOf } from '../../accounts/get-me.ts';
import { getRoundRow, policyOf, showRound } from '../round-row.ts';
import { meritsBytes } from '../snapshot/merits-bytes.ts';
import { getSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { listCandidates, type Candidate } from './list-candidates.ts';

export type Merits = z.output<(typeof endpoint)['response']>;

const named: readonly RoundStage[] = ['approved', 'results', 'closed'];

/** The figures with the names of the campuses, which the frozen file does not need. */
export const withCampusNames = (evidence: Evidence, { campusSeats }: Policy): Evidence => ({
  ...evidence,
  lists: evidence.lists.map((list) => ({
    ...list,
    campusName: campusSeats?.find(({ campusId }) => campusId === list.campusId)?.campusName ?? null,
  })),
});

/** The cuadro de méritos by code; with names only once approved, and then the audit log says who read them. */
export const getMerits = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { names, as }: { names: boolean; as: 'page' | 'csv' | 'xlsx' | 'pdf' },
  context: Context,
): Promise<Merits> => {
  const round = await getRoundRow(db, roundId);
  const policy = policyOf(round);
  const snapshot = await getSnapshotRow(db, roundId);
  const { evidence } = snapshot.ranking;
  if (!evidence) throw new NotFound('shortlist yet: it is being computed');
  if (names) {
    if (!named.includes(round.stage)) {
      throw new Conflict(
        'names_before_approval',
        'Names stand beside codes once the outcome is approved. Until then read the list by code.',
      );
    }
    await audit(db, actor, context.now, {
      act: 'round.names_read',
      subjectKind: 'round',
      subjectId: roundId,
      detail: { as, snapshotId: snapshot.id },
    });
  }
  const { rows, final } = await listCandidates(db, round, policy, snapshot);
  const draw = round.drawNumbers;
  const byLot = ({ tiedWith, zone }: Pick<Candidate, 'tiedWith' | 'zone'>) =>
    draw !== null && (tiedWith > 0 || (policy.zone === 'lottery' && zone === 'review'));
  const people = names
    ? await namesOf(
        db,
        rows.map((row) => row.learnerKey),
      )
    : new Map();
  return {
    round: showRound(round),
    policy,
    evidence: withCampusNames(evidence, policy),
    sha256: snapshot.sha256,
    ranked: snapshot.ranking.finishedAt !== null,
    outcomeFinal: final,
    rows: rows.map(
      ({
        learnerKey,
        decided,
        estimate: _estimate,
        standardError: _standardError,
        rights: _rights,
        withdrawn: _withdrawn,
        ...row
      }) => ({
        ...row,
        lot: byLot(row) ? lotteryDigest({ draw: draw!, snapshotHash: snapshot.sha256 }, learnerKey) : null,
        outcome: decided?.outcome ?? null,
        place: decided?.place ?? null,
        decidedBy: decided?.decidedBy ?? null,
        fullName: people.get(learnerKey)?.fullName ?? null,
        studentCode: people.get(learnerKey)?.studentCode ?? null,
      }),
    ),
  };
};

export const namesOf = async (
  db: InstitutionDatabase,
  learnerKeys: readonly string[],
): Promise<Map<string, { fullName: string; studentCode: string | null }>> => {
  const { rows } = await db.$client.query<{
    learnerKey: string;
    givenNames: string;
    firstSurname: string;
    secondSurname: string | null;
    studentCode: string | null;
  }>(
    `select l.learner_key as "learnerKey", p.given_names as "givenNames", p.first_surname as "firstSurname",
       p.second_surname as "secondSurname", p.student_code as "studentCode"
     from learner_links l
     join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     join people p on p.institution_id = m.institution_id and p.id = m.person_id and p.erased_at is null
     where l.institution_id = $1 and l.learner_key = any($2::uuid[])`,
    [db.institutionId, learnerKeys],
  );
  return new Map(
    rows.map(({ learnerKey, studentCode, ...person }) => [
      learnerKey,
      { fullName: fullNameOf(person), studentCode },
    ]),
  );
};

/** Ranks, intervals and zones as the rule wrote them: the bytes whose hash is in the audit log. */
export const getMeritsFile = async (
  db: InstitutionDatabase,
  roundId: string,
): Promise<{ text: string; sha256: string }> => {
  const round = await getRoundRow(db, roundId);
  const snapshot = await getSnapshotRow(db, roundId);
  if (!snapshot.ranking.finishedAt) throw new NotFound('shortlist yet: it is being computed');
  const { rows } = await listCandidates(db, round, policyOf(round), snapshot);
  const byKey = rows.toSorted((a, b) => (a.learnerKey < b.learnerKey ? -1 : 1));
  return meritsBytes(
    snapshot.sha256,
    byKey.map(
      ({ learnerKey, code, campusId, rank, score, estimate, standardError, rights, percents, makeUp }) => ({
        learnerKey,
        code,
        campusId,
        rank,
        score,
        estimate,
        standardError,
        rights,
        percents,
        makeUp,
      }),
    ),
    byKey.map(({ learnerKey, rankLow, rankHigh, probability, zone }) => ({
      learnerKey,
      rankLow: rankLow!,
      rankHigh: rankHigh!,
      probability: probability!,
      zone: zone!,
    })),
  );
};

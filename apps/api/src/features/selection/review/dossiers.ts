import type * as z from 'zod/mini';
import { dossierReadings, type InstitutionDatabase } from '@puente/database';
import { rubricCriteria, type Dossier, type DossierRow, type readDossier as endpoint } from '@puente/schemas';
import type { Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { Conflict, NotFound } from '../../../errors.ts';
import { getRoundRow, lockForAct, policyOf, recordAct } from '../round-row.ts';
import { dossierState } from './dossier-state.ts';
import { isEmpty, listZone, scoredReadings, type ZoneMember } from './list-zone.ts';

const ownState = ({ readings }: ZoneMember, actor: Actor): Dossier['own'] => {
  const own = readings.find(({ readerId }) => readerId === actor.membershipId);
  return own ? (own.scores ? 'read' : 'conflict') : 'none';
};

/** The dossiers of the zone, by code; none where dossiers do not decide. */
export const listDossiers = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
): Promise<z.output<typeof DossierRow>[]> => {
  const round = await getRoundRow(db, roundId);
  if (round.policy?.zone !== 'dossiers') return [];
  const zone = await listZone(db, roundId);
  return zone
    .filter((member) => !member.withdrawn)
    .map((member) => {
      const { readings, needed, discrepant } = dossierState(scoredReadings(member), isEmpty(member));
      const empty = isEmpty(member);
      return { code: member.code, readings, needed, discrepant, own: ownState(member, actor), empty };
    });
};

const findMember = async (db: InstitutionDatabase, roundId: string, code: string): Promise<ZoneMember> => {
  const round = await getRoundRow(db, roundId);
  const member =
    round.policy?.zone === 'dossiers'
      ? (await listZone(db, roundId)).find((candidate) => candidate.code === code && !candidate.withdrawn)
      : undefined;
  if (!member) throw new NotFound('dossier');
  return member;
};

/** One dossier, blinded: no name, score, rank or campus; others' readings only after one's own. */
export const getDossier = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  code: string,
): Promise<Dossier> => {
  const member = await findMember(db, roundId, code);
  const round = await getRoundRow(db, roundId);
  const own = ownState(member, actor);
  return {
    code,
    questions: policyOf(round).dossierQuestions,
    answers: member.answers,
    cases: await caseDecisions(db, member.learnerKey),
    english: member.english,
    own,
    needed: dossierState(scoredReadings(member), isEmpty(member)).needed,
    readings:
      own === 'none'
        ? []
        : member.readings.flatMap(({ scores, note, at, readerId }) =>
            scores
              ? [{ scores, note, readAt: new Date(at).toISOString(), own: readerId === actor.membershipId }]
              : [],
          ),
    criteria: [...rubricCriteria],
  };
};

/** Decisions in cases, the first of each: how many were the expert's. */
const caseDecisions = async (
  db: InstitutionDatabase,
  learnerKey: string,
): Promise<{ decided: number; asExpert: number }> => {
  const { rows } = await db.$client.query<{ decided: number; asExpert: number }>(
    `select count(*)::int as decided, count(*) filter (where fraction = 1)::int as "asExpert"
     from (
       select distinct on (item_id) fraction from counted_responses
       where institution_id = $1 and learner_key = $2 and scope = 'case'
       order by item_id, answered_at, response_id) first`,
    [db.institutionId, learnerKey],
  );
  return rows[0]!;
};

const requireUnread = (member: ZoneMember, actor: Actor): void => {
  if (ownState(member, actor) !== 'none')
    throw new Conflict('already_read', 'You read this dossier, or declared a conflict of interest.');
};

type Reading = z.output<NonNullable<(typeof endpoint)['body']>>;

/** Scores a dossier, once, without having seen what others scored. */
export const readDossier = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  code: string,
  { scores, note }: Reading,
  context: Context,
): Promise<Dossier> => {
  const round = await lockForAct(db, actor, roundId, 'read_dossier');
  const member = await findMember(db, roundId, code);
  requireUnread(member, actor);
  const { needed, readings } = dossierState(scoredReadings(member), isEmpty(member));
  if (readings >= needed) {
    throw new Conflict('read_enough', 'This dossier has as many readings as it needs.');
  }
  await db.insert(dossierReadings).values({
    institutionId: db.institutionId,
    roundId,
    learnerKey: member.learnerKey,
    readerId: actor.membershipId,
    scores,
    note,
    at: context.now,
  });
  await recordAct(db, actor, round, 'read_dossier', { why: null, detail: { code } }, context.now);
  return getDossier(db, actor, roundId, code);
};

/** This reader no longer reads this dossier. */
export const declareConflict = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  code: string,
  why: string,
  context: Context,
): Promise<Dossier> => {
  const round = await lockForAct(db, actor, roundId, 'declare_conflict');
  const member = await findMember(db, roundId, code);
  requireUnread(member, actor);
  await db.insert(dossierReadings).values({
    institutionId: db.institutionId,
    roundId,
    learnerKey: member.learnerKey,
    readerId: actor.membershipId,
    scores: null,
    note: why,
    at: context.now,
  });
  await recordAct(db, actor, round, 'declare_conflict', { why, detail: { code } }, context.now);
  return getDossier(db, actor, roundId, code);
};

import { and, desc, eq } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { guardianRequests, roundApplications, rounds, type InstitutionDatabase } from '@puente/database';
import type { listOwnRounds as endpoint, OwnRound } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { NotFound } from '../../../errors.ts';
import {
  applicationsOpen,
  getRoundRow,
  publishedPolicyOf,
  resultsReadable,
  showRound,
  type RoundRow,
} from '../round-row.ts';
import { findOwnInputs } from '../snapshot/find-own-inputs.ts';
import { findSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { eligibilityItems } from './eligibility.ts';
import { courseFacts, listApplicants, satCourses, type Applicant } from './list-applicants.ts';
import { courseTitles, measuredCourses } from './measured-courses.ts';

/** A round is a student's to see from the hour on at which applications open. */
const isAnnounced = (round: RoundRow, now: Date): boolean => now >= round.applicationsOpenAt;

/** The rounds that a student may apply to, or did, newest first. */
export const listOwnRounds = async (
  db: InstitutionDatabase,
  actor: Actor,
  { now }: Context,
): Promise<z.output<(typeof endpoint)['response']>['rounds']> => {
  const rows = await db
    .select({
      round: rounds,
      appliedAt: roundApplications.appliedAt,
      withdrawnAt: roundApplications.withdrawnAt,
    })
    .from(rounds)
    .leftJoin(
      roundApplications,
      and(
        eq(roundApplications.institutionId, rounds.institutionId),
        eq(roundApplications.roundId, rounds.id),
        eq(roundApplications.learnerKey, learnerKeyOf(actor)),
      ),
    )
    .where(eq(rounds.institutionId, db.institutionId))
    .orderBy(desc(rounds.createdAt), desc(rounds.id));
  return rows
    .filter(({ round }) => isAnnounced(round, now))
    .map(({ round, appliedAt, withdrawnAt }) => ({
      round: showRound(round),
      applicationsOpen: applicationsOpen(round, now),
      applied: appliedAt !== null && withdrawnAt === null,
      resultReadable: resultsReadable(round, now),
    }));
};

/** The rules, the own eligibility item by item, the own application. */
export const getOwnRound = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  context: Context,
): Promise<OwnRound> => {
  const { catalogue, now } = context;
  const learnerKey = learnerKeyOf(actor);
  const round = await getRoundRow(db, roundId);
  if (!isAnnounced(round, now)) throw new NotFound('round');
  const policy = publishedPolicyOf(round);
  const [own] = await listApplicants(db, round, policy, context, learnerKey);
  const snapshot = await findSnapshotRow(db, roundId);
  return {
    round: showRound(round),
    applicationsOpen: applicationsOpen(round, now),
    policy,
    courses: policy
      ? await measuredCourses(db, round, policy, snapshot?.ranking.evidence ?? null, catalogue)
      : [],
    titles: policy ? courseTitles(policy, catalogue) : [],
    eligibility: own?.items ?? (await itemsBefore(db, round, learnerKey, context)),
    application: await showApplication(db, round, own),
    snapshotSha256: snapshot?.sha256 ?? null,
    ownInputs: policy && snapshot ? await findOwnInputs(db, roundId, learnerKey, policy) : null,
    draw:
      round.drawNumbers !== null
        ? { numbers: round.drawNumbers, enteredAt: round.drawEnteredAt!.toISOString() }
        : null,
    resultReadable: resultsReadable(round, now),
  };
};

/** Who has not applied sees what is met already, and what the application itself would settle. */
const itemsBefore = async (
  db: InstitutionDatabase,
  round: RoundRow,
  learnerKey: string,
  { catalogue, now }: Context,
) => {
  const policy = publishedPolicyOf(round);
  const courseIds = policy?.eligibility.courses ?? [];
  const facts = await courseFacts(db, catalogue, courseIds, [learnerKey], now);
  return eligibilityItems(policy, {
    canTravel: false,
    datesFit: false,
    under18: false,
    english: null,
    consent: false,
    guardianConsent: false,
    courses: new Map(courseIds.map((courseId) => [courseId, facts(learnerKey, courseId)])),
    sat: (await satCourses(db, round.id, [learnerKey])).get(learnerKey) ?? new Set(),
  });
};

const showApplication = async (
  db: InstitutionDatabase,
  round: RoundRow,
  own: Applicant | undefined,
): Promise<OwnRound['application']> => {
  if (!own) {
    return {
      state: 'none',
      appliedAt: null,
      withdrawnAt: null,
      canTravel: false,
      datesFit: false,
      under18: false,
      english: null,
      consents: { selection: false, transfer: false },
      dossierAnswers: [],
      guardian: 'not_needed',
    };
  }
  const [asked] = await db
    .select({ id: guardianRequests.id })
    .from(guardianRequests)
    .where(
      and(
        eq(guardianRequests.institutionId, db.institutionId),
        eq(guardianRequests.roundId, round.id),
        eq(guardianRequests.learnerKey, own.learnerKey),
      ),
    )
    .limit(1);
  const guardian = !own.under18
    ? 'not_needed'
    : own.guardian === null
      ? asked
        ? 'asked'
        : 'not_asked'
      : own.guardian
        ? 'given'
        : 'refused';
  return {
    state: own.withdrawnAt ? 'withdrawn' : 'applied',
    appliedAt: own.appliedAt.toISOString(),
    withdrawnAt: own.withdrawnAt?.toISOString() ?? null,
    canTravel: own.canTravel,
    datesFit: own.datesFit,
    under18: own.under18,
    english: own.english,
    consents: own.consents,
    dossierAnswers: own.dossierAnswers,
    guardian,
  };
};

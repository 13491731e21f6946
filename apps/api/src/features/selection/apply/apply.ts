import { and, eq } from 'drizzle-orm';
import { consents, roundApplications, type InstitutionDatabase } from '@puente/database';
import type { ApplicationInput, OwnRound } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import { audit } from '../../../audit.ts';
import type { Context } from '../../../context.ts';
import { Conflict, Refused } from '../../../errors.ts';
import { applicationsOpen, getRoundRow, publishedPolicyOf, resultsReadable } from '../round-row.ts';
import { getOwnRound } from './get-own-round.ts';
import { listApplicants } from './list-applicants.ts';

/** Of the texts that the page shows beside each consent. */
export const consentTextVersion = '2026-11';

/** Writes or changes the own application; each consent that changes is kept, with its text and date. */
export const apply = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  input: ApplicationInput,
  context: Context,
): Promise<OwnRound> => {
  const learnerKey = learnerKeyOf(actor);
  const round = await getRoundRow(db, roundId, true);
  const { now } = context;
  if (!applicationsOpen(round, now)) {
    throw new Conflict(
      'applications_closed',
      `Applications are open from ${round.applicationsOpenAt.toISOString()} to ${round.applicationsCloseAt.toISOString()}.`,
    );
  }
  const questions = publishedPolicyOf(round)?.dossierQuestions.length ?? 0;
  if (input.dossierAnswers.length > questions) {
    const message = `This round asks ${questions} questions${questions === 0 ? ' so far' : ''}.`;
    throw new Refused('too_many_answers', message, [{ field: 'dossierAnswers', message }]);
  }
  const [before] = await listApplicants(db, round, null, context, learnerKey);
  const { consents: given, ...declared } = input;
  const { institutionId } = db;
  const values = { ...declared, changedAt: now, withdrawnAt: null };
  await db
    .insert(roundApplications)
    .values({ institutionId, roundId, learnerKey, ...values, appliedAt: now })
    .onConflictDoUpdate({
      target: [roundApplications.institutionId, roundApplications.roundId, roundApplications.learnerKey],
      set: before?.withdrawnAt ? { ...values, appliedAt: now } : values,
    });
  const changed = (['selection', 'transfer'] as const).filter(
    (purpose) => given[purpose] !== (before?.consents[purpose] ?? false),
  );
  if (changed.length > 0) {
    await db.insert(consents).values(
      changed.map((purpose) => ({
        institutionId,
        learnerKey,
        roundId,
        purpose,
        by: 'self' as const,
        given: given[purpose],
        textVersion: consentTextVersion,
        at: now,
      })),
    );
  }
  await audit(db, actor, now, {
    act: before && !before.withdrawnAt ? 'application.changed' : 'application.made',
    subjectKind: 'round',
    subjectId: roundId,
    detail: { consents: given, under18: input.under18 },
  });
  return getOwnRound(db, actor, roundId, context);
};

/** Withdraws the own application, and with it each consent: at any time before the results are out. */
export const withdraw = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  context: Context,
): Promise<OwnRound> => {
  const learnerKey = learnerKeyOf(actor);
  const round = await getRoundRow(db, roundId, true);
  if (resultsReadable(round, context.now)) {
    throw new Conflict('results_are_out', 'The results are out. Tell the programme staff if you do not go.');
  }
  const own = and(
    eq(roundApplications.institutionId, db.institutionId),
    eq(roundApplications.roundId, roundId),
    eq(roundApplications.learnerKey, learnerKey),
  );
  const [application] = await db.select().from(roundApplications).where(own);
  if (!application || application.withdrawnAt) {
    throw new Conflict('not_applied', 'You have no application in this round to withdraw.');
  }
  await db.update(roundApplications).set({ withdrawnAt: context.now }).where(own);
  const [standing] = await listApplicants(db, round, null, context, learnerKey);
  const taken = (['selection', 'transfer'] as const).filter((purpose) => standing?.consents[purpose]);
  if (taken.length > 0) {
    await db.insert(consents).values(
      taken.map((purpose) => ({
        institutionId: db.institutionId,
        learnerKey,
        roundId,
        purpose,
        by: 'self' as const,
        given: false,
        textVersion: consentTextVersion,
        at: context.now,
      })),
    );
  }
  await audit(db, actor, context.now, {
    act: 'application.withdrawn',
    subjectKind: 'round',
    subjectId: roundId,
  });
  return getOwnRound(db, actor, roundId, context);
};

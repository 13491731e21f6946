import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  consents,
  guardianRequests,
  institutions,
  learnerLinks,
  memberships,
  people,
  roundApplications,
  rounds,
  type Database,
  type InstitutionDatabase,
} from '@puente/database';
import type { GuardianPage, guardianDecides as endpoint } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import { audit } from '../../../audit.ts';
import type { Context } from '../../../context.ts';
import { Conflict, NotFound } from '../../../errors.ts';
import { getRoundRow, resultsReadable } from '../round-row.ts';
import { findSnapshotRow } from '../snapshot/get-snapshot-row.ts';
import { consentTextVersion } from './apply.ts';
import { listApplicants } from './list-applicants.ts';

const daysToAnswer = 14;
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A link for the guardian of who is under 18; an earlier one ends. */
export const askGuardian = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  context: Context,
): Promise<{ token: string; expiresAt: string }> => {
  const learnerKey = learnerKeyOf(actor);
  const round = await getRoundRow(db, roundId, true);
  const [own] = await listApplicants(db, round, null, context, learnerKey);
  if (!own || own.withdrawnAt || !own.under18 || resultsReadable(round, context.now)) {
    throw new Conflict(
      'no_guardian_needed',
      'A guardian is asked for an application of who is under 18, until the results are out.',
    );
  }
  const { institutionId } = db;
  await endRequests(db, roundId, learnerKey, context.now);
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(context.now.getTime() + daysToAnswer * 24 * 3_600_000);
  await db.insert(guardianRequests).values({
    institutionId,
    roundId,
    learnerKey,
    tokenHash: hashOf(secret),
    askedAt: context.now,
    expiresAt,
  });
  await audit(db, actor, context.now, { act: 'guardian.asked', subjectKind: 'round', subjectId: roundId });
  return { token: `${institutionId}.${secret}`, expiresAt: expiresAt.toISOString() };
};

const endRequests = (db: InstitutionDatabase, roundId: string, learnerKey: string, now: Date) =>
  db
    .update(guardianRequests)
    .set({ endedAt: now })
    .where(
      and(
        eq(guardianRequests.institutionId, db.institutionId),
        eq(guardianRequests.roundId, roundId),
        eq(guardianRequests.learnerKey, learnerKey),
        isNull(guardianRequests.endedAt),
      ),
    );

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Runs within the institution that the token names, on the request that it opens. */
const byToken = async <Result>(
  database: Database,
  token: string,
  now: Date,
  work: (db: InstitutionDatabase, request: typeof guardianRequests.$inferSelect) => Promise<Result>,
): Promise<Result> => {
  const [institutionId, secret] = token.split('.') as [string, string];
  if (!uuid.test(institutionId)) throw new NotFound('request to a guardian');
  return database.asInstitution(institutionId, async (db) => {
    const [request] = await db
      .select()
      .from(guardianRequests)
      .where(
        and(
          eq(guardianRequests.institutionId, institutionId),
          eq(guardianRequests.tokenHash, hashOf(secret)),
        ),
      )
      .for('update');
    if (!request || request.endedAt || request.expiresAt < now) throw new NotFound('request to a guardian');
    return work(db, request);
  });
};

/** What the guardian is asked. */
export const getGuardianPage = (database: Database, token: string, { now }: Context): Promise<GuardianPage> =>
  byToken(database, token, now, async (db, request) => {
    const [found] = await db
      .select({
        institutionName: institutions.name,
        timeZone: institutions.timeZone,
        roundName: rounds.name,
        givenNames: people.givenNames,
        travelFrom: rounds.travelFrom,
        travelTo: rounds.travelTo,
      })
      .from(learnerLinks)
      .innerJoin(
        memberships,
        and(
          eq(memberships.institutionId, learnerLinks.institutionId),
          eq(memberships.id, learnerLinks.membershipId),
        ),
      )
      .innerJoin(
        people,
        and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
      )
      .innerJoin(
        rounds,
        and(eq(rounds.institutionId, learnerLinks.institutionId), eq(rounds.id, request.roundId)),
      )
      .innerJoin(institutions, eq(institutions.id, learnerLinks.institutionId))
      .where(
        and(
          eq(learnerLinks.institutionId, db.institutionId),
          eq(learnerLinks.learnerKey, request.learnerKey),
        ),
      );
    if (!found) throw new NotFound('request to a guardian');
    return { ...found, expiresAt: request.expiresAt.toISOString() };
  });

const withdrawFrozen = async (
  db: InstitutionDatabase,
  roundId: string,
  learnerKey: string,
  now: Date,
): Promise<void> => {
  const round = await getRoundRow(db, roundId, true);
  if (resultsReadable(round, now) || !(await findSnapshotRow(db, roundId))) return;
  await db
    .update(roundApplications)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(roundApplications.institutionId, db.institutionId),
        eq(roundApplications.roundId, roundId),
        eq(roundApplications.learnerKey, learnerKey),
        isNull(roundApplications.withdrawnAt),
      ),
    );
};

type Decision = z.output<NonNullable<(typeof endpoint)['body']>>;

/**
 * A guardian consents or refuses, by purpose; the link ends with it. Once the evidence is frozen a no withdraws the
 * application, until the results are out: what was frozen without a yes, a later yes does not bring in.
 */
export const guardianDecides = (
  database: Database,
  token: string,
  { consents: given, ...guardian }: Decision,
  { now }: Context,
): Promise<{ given: boolean }> =>
  byToken(database, token, now, async (db, { id, roundId, learnerKey }) => {
    const { institutionId } = db;
    await db.insert(consents).values(
      (['selection', 'transfer'] as const).map((purpose) => ({
        institutionId,
        learnerKey,
        roundId,
        purpose,
        by: 'guardian' as const,
        given: given[purpose],
        textVersion: consentTextVersion,
        guardian,
        at: now,
      })),
    );
    await endRequests(db, roundId, learnerKey, now);
    if (!given.selection) await withdrawFrozen(db, roundId, learnerKey, now);
    await audit(db, { institutionId, membershipId: null }, now, {
      act: 'guardian.decided',
      subjectKind: 'round',
      subjectId: roundId,
      detail: { requestId: id, consents: given },
    });
    return { given: given.selection };
  });

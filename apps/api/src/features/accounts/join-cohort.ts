import { and, eq, isNull, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  accounts,
  cohortCodes,
  cohorts,
  institutions,
  memberships,
  type Database,
  type InstitutionDatabase,
} from '@puente/database';
import type { getJoin as getJoinEndpoint, join as joinEndpoint } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound, TooMany, Unauthenticated } from '../../errors.ts';
import { enrol } from '../cohorts/enrol.ts';
import { showCohort } from '../cohorts/show-cohorts.ts';
import { addPeople } from '../people/add-people.ts';
import { cleanOptional, cleanText } from '../people/clean-text.ts';
import { hashPassword } from './password.ts';
import { countUp, readCounter } from './sign-in-counters.ts';
import { signIn } from './sign-in.ts';
import { startSession } from './start-session.ts';

type JoinView = z.output<(typeof getJoinEndpoint)['response']>;
type Input = z.output<NonNullable<(typeof joinEndpoint)['body']>>;

interface Limit {
  tries: number;
  seconds: number;
  message: string;
}
const aMinute: Limit = {
  tries: 30,
  seconds: 60,
  message: 'Too many tries. Wait a minute, then try again.',
};
/** A lecture hall that stands on the roster already may try; who asks for one student code after another stops. */
const aDay: Limit = {
  tries: 300,
  seconds: 24 * 3600,
  message: 'Too many tries with this code today. Ask for a new one.',
};

interface Place {
  institutionId: string;
  cohortId: string;
}

/**
 * The cohort that a code opens. Only tries that fail count, thirty a minute: a whole class joins from one address
 * with one code, and whoever guesses codes fails.
 */
const findPlace = async (database: Database, code: string, address: string, now: Date): Promise<Place> => {
  const key = `join:${address}`;
  await refuseTooMany(database, key, aMinute, now);
  const place = await database.asCodeBearer(code, async (db) => {
    const [found] = await db
      .select({ institutionId: cohortCodes.institutionId, cohortId: cohortCodes.cohortId })
      .from(cohortCodes)
      .where(and(eq(cohortCodes.code, code), isNull(cohortCodes.endedAt)));
    return found;
  });
  if (
    place &&
    (await database.asInstitution(place.institutionId, (db) => isOver(db, place.cohortId, now))) === false
  )
    return place;
  await database.asGlobal((db) => countUp(db, key, aMinute.seconds, now));
  throw new NotFound('code');
};

const refuseTooMany = async (database: Database, key: string, limit: Limit, now: Date): Promise<void> => {
  const tries = await database.asGlobal((db) => readCounter(db, key, limit.seconds, now));
  if (tries >= limit.tries) throw new TooMany('too_many_tries', limit.message);
};

/** True once the cohort's last day has passed where the institution is. */
const isOver = async (db: InstitutionDatabase, cohortId: string, now: Date): Promise<boolean> => {
  const [cohort] = await db
    .select({
      over: sql<boolean>`${cohorts.endsOn} < (${now.toISOString()}::timestamptz at time zone ${institutions.timeZone})::date`,
    })
    .from(cohorts)
    .innerJoin(institutions, eq(institutions.id, cohorts.institutionId))
    .where(and(eq(cohorts.institutionId, db.institutionId), eq(cohorts.id, cohortId)));
  return cohort?.over ?? true;
};

/** What a code opens, before anybody says who they are. */
export const getJoin = async (
  database: Database,
  code: string,
  address: string,
  { catalogue, now }: Context,
): Promise<JoinView> => {
  const { institutionId, cohortId } = await findPlace(database, code, address, now);
  return database.asInstitution(institutionId, async (db) => {
    const cohort = await showCohort(db, cohortId, catalogue);
    const [institution] = await db
      .select({ name: institutions.name })
      .from(institutions)
      .where(eq(institutions.id, institutionId));
    return {
      code,
      institutionName: institution!.name,
      cohortName: cohort.name,
      courseTitles: cohort.courses.map(({ title }) => title),
      facultyNames: cohort.faculty,
    };
  });
};

/** Joins as somebody new, unconfirmed until a roster claims them, and signs in. */
export const joinCohort = async (
  database: Database,
  code: string,
  input: Input,
  address: string,
  now: Date,
): Promise<Actor> => {
  const { institutionId, cohortId } = await findPlace(database, code, address, now);
  const givenNames = cleanText(input.givenNames);
  const firstSurname = cleanText(input.firstSurname);
  const wrong = (field: string, message: string) => new Invalid('invalid', message, [{ field, message }]);
  if (!givenNames) throw wrong('givenNames', 'Write your given names.');
  if (!firstSurname) throw wrong('firstSurname', 'Write your first surname.');
  // Joining has to tell that a student code is taken (README.md): asking for one after another would tell which exist.
  const taken = (limit: Limit) => [`join:${code}/${address}/${limit.seconds}`, limit] as const;
  for (const limit of [aMinute, aDay]) await refuseTooMany(database, ...taken(limit), now);
  const passwordHash = await hashPassword(input.password);

  const actor = await database.asInstitution(institutionId, async (db) => {
    const person = {
      role: 'student' as const,
      givenNames,
      firstSurname,
      secondSurname: cleanOptional(input.secondSurname),
      studentCode: input.studentCode,
      documentKind: null,
      documentNumber: null,
      email: null,
      campusId: null,
      confirmed: false,
    };
    const [added] = (await addPeople(db, [person], now)) ?? [];
    if (!added) return undefined;
    const [account] = await db
      .insert(accounts)
      .values({ passwordHash, createdAt: now })
      .returning({ id: accounts.id });
    await db
      .update(memberships)
      .set({ accountId: account!.id })
      .where(and(eq(memberships.institutionId, institutionId), eq(memberships.id, added.membershipId)));
    await enrol(db, cohortId, [{ learnerKey: added.learnerKey!, confirmed: false }], now);
    const joined = await startSession(db, added.membershipId, account!.id, now);
    await audit(db, joined, now, { act: 'cohort.join', subjectKind: 'cohort', subjectId: cohortId });
    return joined;
  });
  if (actor) return actor;
  const again = await joinAgain(database, { institutionId, cohortId }, input, address, now);
  if (again) return again;
  await database.asGlobal(async (db) => {
    for (const limit of [aMinute, aDay]) await countUp(db, taken(limit)[0], limit.seconds, now);
  });
  const message = 'Sign in with this student code, or ask the office.';
  throw new Conflict('student_code_taken', message, [{ field: 'studentCode', message }]);
};

/** The reply was lost and the form is sent again: the same password opens what it made. */
const joinAgain = async (
  database: Database,
  { institutionId, cohortId }: Place,
  { studentCode, password }: Input,
  address: string,
  now: Date,
): Promise<Actor | undefined> => {
  const institution = await database.asGlobal(async (db) => {
    const [found] = await db
      .select({ code: institutions.code })
      .from(institutions)
      .where(eq(institutions.id, institutionId));
    return found!.code;
  });
  try {
    const actor = await signIn(database, { institution, studentCode, password }, address, now);
    await database.asInstitution(institutionId, (db) =>
      enrol(db, cohortId, [{ learnerKey: learnerKeyOf(actor), confirmed: false }], now),
    );
    return actor;
  } catch (reason) {
    if (reason instanceof Unauthenticated || reason instanceof TooMany) return undefined;
    throw reason;
  }
};

/** A student who is signed in joins one more cohort of the same institution. */
export const joinSignedIn = async (
  database: Database,
  actor: Actor,
  code: string,
  address: string,
  now: Date,
): Promise<{ cohortId: string; cohortName: string }> => {
  const learnerKey = learnerKeyOf(actor);
  const { institutionId, cohortId } = await findPlace(database, code, address, now);
  if (institutionId !== actor.institutionId) throw new NotFound('code');
  return database.asInstitution(institutionId, async (db) => {
    const [cohort] = await db
      .select({ name: cohorts.name })
      .from(cohorts)
      .where(and(eq(cohorts.institutionId, institutionId), eq(cohorts.id, cohortId)));
    await enrol(db, cohortId, [{ learnerKey, confirmed: false }], now);
    await audit(db, actor, now, { act: 'cohort.join', subjectKind: 'cohort', subjectId: cohortId });
    return { cohortId, cohortName: cohort!.name };
  });
};

import { and, eq, isNull, sql } from 'drizzle-orm';
import {
  institutions,
  memberships,
  newId,
  people,
  type Database,
  type InstitutionDatabase,
} from '@puente/database';
import { audit } from '../../audit.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { activate } from '../accounts/activate.ts';
import { endSession } from '../accounts/end-session.ts';
import { issueActivationCodes } from '../accounts/issue-activation-codes.ts';
import { cleanText } from './clean-text.ts';
import { createPerson } from './create-person.ts';
import { isTimeZone } from './time-zone.ts';

interface Input {
  institution: { code: string; name: string | undefined; timeZone: string };
  email: string;
  givenNames: string;
  firstSurname: string;
  /** Sets it at once; without one, a one-time code is made. */
  password: string | undefined;
}

interface Output {
  institution: { code: string; name: string; isNew: boolean };
  /** Undefined where the password was given. */
  activation: { code: string; expiresAt: Date } | undefined;
}

/**
 * The operator's way in: makes an institution with its first administrator, or another administrator of one that
 * exists. Again for one who never activated gives a new code.
 */
export const createAdministrator = async (database: Database, input: Input, now: Date): Promise<Output> => {
  const wrong = (field: string, message: string) => new Invalid('invalid', message, [{ field, message }]);
  if (!/^[a-z0-9-]{2,40}$/.test(input.institution.code)) {
    throw wrong('institution-code', 'An institution code has 2 to 40 lower-case letters, digits and dashes.');
  }
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email)) throw wrong('email', 'This is not an e-mail address.');
  if (!isTimeZone(input.institution.timeZone))
    throw wrong('time-zone', 'This is no IANA time zone, such as America/Lima.');
  if (input.password !== undefined && (input.password.length < 8 || input.password.length > 200)) {
    throw wrong('password', 'A password has 8 to 200 characters.');
  }
  const existing = await database.asGlobal(async (db) => {
    const [found] = await db
      .select({ id: institutions.id, name: institutions.name })
      .from(institutions)
      .where(eq(institutions.code, input.institution.code));
    return found;
  });
  const name = existing?.name ?? cleanText(input.institution.name ?? '');
  if (!name) throw wrong('institution-name', 'The institution is new: give its name.');

  const institutionId = existing?.id ?? newId(now.getTime());
  const { code, expiresAt } = await database.asInstitution(institutionId, async (db) => {
    if (!existing) {
      const { code: institutionCode, timeZone } = input.institution;
      await db
        .insert(institutions)
        .values({ id: institutionId, code: institutionCode, name, timeZone, createdAt: now });
    }
    const operator = { institutionId, membershipId: null };
    const waiting = await findWaiting(db, input.email);
    if (waiting) {
      const codes = await issueActivationCodes(db, [waiting], now);
      await audit(db, operator, now, {
        act: 'activation_codes.issue',
        subjectKind: 'membership',
        subjectId: waiting,
      });
      return codes.get(waiting)!;
    }
    const { email, givenNames, firstSurname } = input;
    const { activation } = await createPerson(
      db,
      operator,
      { role: 'admin', email, givenNames, firstSurname },
      now,
    );
    return { code: activation.code, expiresAt: new Date(activation.expiresAt) };
  });
  if (input.password !== undefined) {
    const { institution, email, password } = input;
    const actor = await activate(database, { institution: institution.code, email, code, password }, now);
    await endSession(database, { institutionId, sessionId: actor.sessionId, generation: 1 }, now);
  }
  return {
    institution: { code: input.institution.code, name, isNew: !existing },
    activation: input.password === undefined ? { code, expiresAt } : undefined,
  };
};

/** An administrator with this e-mail who has not activated. */
const findWaiting = async (db: InstitutionDatabase, email: string): Promise<string | undefined> => {
  const [found] = await db
    .select({ membershipId: memberships.id, accountId: memberships.accountId })
    .from(memberships)
    .innerJoin(
      people,
      and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
    )
    .where(
      and(
        eq(memberships.institutionId, db.institutionId),
        eq(memberships.role, 'admin'),
        eq(sql`lower(${people.email})`, email.toLowerCase()),
        isNull(memberships.endedAt),
      ),
    );
  if (found?.accountId)
    throw new Conflict('person_exists', 'This administrator exists and signs in already.');
  return found?.membershipId;
};

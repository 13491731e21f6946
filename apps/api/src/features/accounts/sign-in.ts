import { createHash } from 'node:crypto';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { accounts, institutions, memberships, people, type Database } from '@puente/database';
import type { SignInBody } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { mayUseAddress } from '../../demonstration/rules.ts';
import { TooMany, Unauthenticated } from '../../errors.ts';
import { verifyAgainstNobody, verifyPassword } from './password.ts';
import { clearCounter, countUp, readCounter } from './sign-in-counters.ts';
import { startSession } from './start-session.ts';

type Input = z.output<typeof SignInBody>;

interface Candidate {
  accountId: string;
  passwordHash: string;
  institutionId: string;
  membershipId: string;
}

const failuresAllowed = 10;
const failureWindowSeconds = 15 * 60;
/** A lecture hall behind one address. */
const addressAllowed = 300;
const addressWindowSeconds = 60;

/**
 * Checks a password and opens a session. The answer and its time are the same whether the account exists or
 * not; failures count per account, and per address only beyond a lecture hall's worth.
 */
export const signIn = async (
  database: Database,
  input: Input,
  address: string,
  now: Date,
): Promise<Actor> => {
  const account = createHash('sha256')
    .update(
      'email' in input
        ? input.email.toLowerCase()
        : `${input.institution}/${input.studentCode.toUpperCase()}`,
    )
    .digest('hex');
  const failureKey = `failures:${account}`;
  const tooMany = await database.asGlobal(async (db) => {
    const fromAddress = await countUp(db, `address:${address}`, addressWindowSeconds, now);
    return (
      fromAddress > addressAllowed ||
      (await readCounter(db, failureKey, failureWindowSeconds, now)) >= failuresAllowed
    );
  });
  if (tooMany) throw new TooMany('too_many_tries', 'Too many tries. Wait fifteen minutes, then try again.');

  const candidate =
    'email' in input ? await byEmail(database, input.email) : await byStudentCode(database, input);
  const right = candidate
    ? await verifyPassword(input.password, candidate.passwordHash)
    : await verifyAgainstNobody(input.password);
  if (!candidate || !right) {
    await database.asGlobal((db) => countUp(db, failureKey, failureWindowSeconds, now));
    throw new Unauthenticated('wrong_credentials', 'These credentials do not match.');
  }
  await database.asGlobal((db) => clearCounter(db, failureKey));
  return database.asInstitution(candidate.institutionId, (db) =>
    startSession(db, candidate.membershipId, candidate.accountId, now),
  );
};

const byEmail = async (database: Database, email: string): Promise<Candidate | undefined> => {
  const account = await database.asGlobal(async (db) => {
    const [found] = await db
      .select({ id: accounts.id, passwordHash: accounts.passwordHash })
      .from(accounts)
      .where(
        and(
          eq(sql`lower(${accounts.email})`, email.toLowerCase()),
          isNull(accounts.disabledAt),
          isNotNull(accounts.passwordHash),
        ),
      );
    return found;
  });
  if (!account) return undefined;
  return database.asAccount(account.id, async (db) => {
    const held = await db
      .select({
        id: memberships.id,
        institutionId: memberships.institutionId,
        demonstration: institutions.demonstration,
      })
      .from(memberships)
      .innerJoin(institutions, eq(institutions.id, memberships.institutionId))
      .where(and(eq(memberships.accountId, account.id), isNull(memberships.endedAt)))
      .orderBy(asc(memberships.createdAt), asc(memberships.id));
    const membership = held.find((candidate) => mayUseAddress(email, candidate));
    return (
      membership && {
        accountId: account.id,
        passwordHash: account.passwordHash!,
        institutionId: membership.institutionId,
        membershipId: membership.id,
      }
    );
  });
};

const byStudentCode = async (
  database: Database,
  { institution, studentCode }: Extract<Input, { studentCode: string }>,
): Promise<Candidate | undefined> => {
  const tenant = await database.asGlobal(async (db) => {
    const [found] = await db
      .select({ id: institutions.id })
      .from(institutions)
      .where(eq(institutions.code, institution));
    return found;
  });
  if (!tenant) return undefined;
  return database.asInstitution(tenant.id, async (db) => {
    const [found] = await db
      .select({ accountId: accounts.id, passwordHash: accounts.passwordHash, membershipId: memberships.id })
      .from(people)
      .innerJoin(
        memberships,
        and(eq(memberships.institutionId, people.institutionId), eq(memberships.personId, people.id)),
      )
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .where(
        and(
          eq(people.institutionId, db.institutionId),
          eq(sql`upper(${people.studentCode})`, studentCode.toUpperCase()),
          eq(memberships.role, 'student'),
          isNull(memberships.endedAt),
          isNull(accounts.disabledAt),
        ),
      );
    return found?.passwordHash
      ? {
          accountId: found.accountId,
          passwordHash: found.passwordHash,
          institutionId: tenant.id,
          membershipId: found.membershipId,
        }
      : undefined;
  });
};

import { createHash } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  accounts,
  activationCodes,
  institutions,
  memberships,
  people,
  type Database,
  type InstitutionDatabase,
} from '@puente/database';
import type { ActivateBody } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { TooMany, Unauthenticated } from '../../errors.ts';
import { hashActivationCode } from './activation-code.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { countUp } from './sign-in-counters.ts';
import { startSession } from './start-session.ts';

type Input = z.output<typeof ActivateBody>;

const triesAllowed = 10;
const windowSeconds = 15 * 60;
/** So long the same code and password open what they made: the reply may have been lost on the line. */
const repeatMs = 3_600_000;
const refused = (input: Input) =>
  new Unauthenticated(
    'wrong_activation',
    'studentCode' in input
      ? 'This student code and one-time code do not match, or the code was used or has expired.'
      : 'This e-mail and one-time code do not match, or the code was used or has expired. If the e-mail signs in to Puente already, use its password.',
  );

/** Uses a one-time code: makes the account, sets its password, opens a session. */
export const activate = async (database: Database, input: Input, now: Date): Promise<Actor> => {
  const who = 'studentCode' in input ? input.studentCode.toUpperCase() : input.email.toLowerCase();
  const key = `activation:${createHash('sha256').update(`${input.institution}/${who}`).digest('hex')}`;
  const tries = await database.asGlobal((db) => countUp(db, key, windowSeconds, now));
  if (tries > triesAllowed)
    throw new TooMany('too_many_tries', 'Too many tries. Wait fifteen minutes, then try again.');
  const tenant = await database.asGlobal(async (db) => {
    const [found] = await db
      .select({ id: institutions.id })
      .from(institutions)
      .where(eq(institutions.code, input.institution));
    return found;
  });
  const passwordHash = await hashPassword(input.password);
  if (!tenant) throw refused(input);

  return database.asInstitution(tenant.id, async (db) => {
    const [found] = await db
      .select({
        membershipId: memberships.id,
        email: people.email,
        accountId: memberships.accountId,
      })
      .from(activationCodes)
      .innerJoin(
        memberships,
        and(
          eq(memberships.institutionId, activationCodes.institutionId),
          eq(memberships.id, activationCodes.membershipId),
        ),
      )
      .innerJoin(
        people,
        and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
      )
      .where(
        and(
          eq(activationCodes.institutionId, tenant.id),
          eq(activationCodes.codeHash, hashActivationCode(tenant.id, input.code)),
          'studentCode' in input
            ? eq(sql`upper(${people.studentCode})`, who)
            : eq(sql`lower(${people.email})`, who),
          or(
            and(isNull(activationCodes.usedAt), isNull(memberships.accountId)),
            and(
              gt(activationCodes.usedAt, new Date(now.getTime() - repeatMs)),
              isNotNull(memberships.accountId),
            ),
          ),
          isNull(memberships.endedAt),
          gt(activationCodes.expiresAt, now),
        ),
      )
      .for('update', { of: memberships });
    if (!found) throw refused(input);
    if (found.accountId) {
      if (!(await opens(db, found.accountId, input.password))) throw refused(input);
      return startSession(db, found.membershipId, found.accountId, now);
    }

    const accountId =
      'studentCode' in input
        ? await accountByCode(db, found.email, passwordHash)
        : await accountByEmail(db, found.email!, input.password, passwordHash);
    if (!accountId) throw refused(input);
    await db
      .update(memberships)
      .set({ accountId })
      .where(and(eq(memberships.institutionId, tenant.id), eq(memberships.id, found.membershipId)));
    await db
      .update(activationCodes)
      .set({ usedAt: now })
      .where(
        and(
          eq(activationCodes.institutionId, tenant.id),
          eq(activationCodes.membershipId, found.membershipId),
        ),
      );
    const actor = await startSession(db, found.membershipId, accountId, now);
    await audit(db, actor, now, {
      act: 'account.activate',
      subjectKind: 'membership',
      subjectId: found.membershipId,
    });
    return actor;
  });
};

const opens = async (db: InstitutionDatabase, accountId: string, password: string): Promise<boolean> => {
  const [account] = await db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  return account?.passwordHash ? verifyPassword(password, account.passwordHash) : false;
};

/** An address that already signs in elsewhere stays there; this account signs in by student code. */
const accountByCode = async (
  db: InstitutionDatabase,
  email: string | null,
  passwordHash: string,
): Promise<string> => {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into accounts (email, password_hash)
    select case when exists (select 1 from accounts where lower(email) = lower(${email})) then null else ${email}::text end, ${passwordHash}
    returning id`);
  return rows[0]!.id;
};

/** Who has an account under this e-mail proves it by its password, and gains a membership; undefined where it is wrong. */
const accountByEmail = async (
  db: InstitutionDatabase,
  email: string,
  password: string,
  passwordHash: string,
): Promise<string | undefined> => {
  const [made] = await db
    .insert(accounts)
    .values({ email, passwordHash })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  if (made) return made.id;
  const [account] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(sql`lower(${accounts.email})`, email.toLowerCase()));
  return account && (await opens(db, account.id, password)) ? account.id : undefined;
};

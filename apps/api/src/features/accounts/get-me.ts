import { and, asc, eq, isNull } from 'drizzle-orm';
import { institutions, memberships, people, type Database } from '@puente/database';
import type { Me } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { Unauthenticated } from '../../errors.ts';

export const fullNameOf = (person: {
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
}): string =>
  // Who was erased has no name: lists of what they did say so by a dash.
  [person.givenNames, person.firstSurname, person.secondSurname].filter(Boolean).join(' ') || '–';

/** Who is signed in, and which other memberships the account has. */
export const getMe = async (database: Database, actor: Actor): Promise<Me> => {
  const [own, all] = await Promise.all([
    database.onInstitution(actor.institutionId, (db) =>
      db
        .select({ person: people, institution: institutions })
        .from(memberships)
        .innerJoin(
          people,
          and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
        )
        .innerJoin(institutions, eq(institutions.id, memberships.institutionId))
        .where(
          and(
            eq(memberships.institutionId, actor.institutionId),
            eq(memberships.id, actor.membershipId),
            isNull(memberships.endedAt),
          ),
        ),
    ),
    database.asAccount(actor.accountId, (db) =>
      db
        .select({ membershipId: memberships.id, institutionName: institutions.name, role: memberships.role })
        .from(memberships)
        .innerJoin(institutions, eq(institutions.id, memberships.institutionId))
        .where(and(eq(memberships.accountId, actor.accountId), isNull(memberships.endedAt)))
        .orderBy(asc(institutions.name), asc(memberships.createdAt)),
    ),
  ]);
  const [me] = own;
  if (!me) throw new Unauthenticated('session_ended', 'This membership has ended. Sign in again.');
  return {
    membershipId: actor.membershipId,
    role: actor.role,
    givenNames: me.person.givenNames,
    fullName: fullNameOf(me.person),
    institution: {
      id: me.institution.id,
      code: me.institution.code,
      name: me.institution.name,
      timeZone: me.institution.timeZone,
      passMark: me.institution.passMark,
      demonstration: me.institution.demonstration,
    },
    memberships: all,
  };
};

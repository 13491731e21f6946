import { and, eq, inArray } from 'drizzle-orm';
import { memberships, people, type InstitutionDatabase } from '@puente/database';
import { fullNameOf } from '../accounts/get-me.ts';

/** Full names of members, by membership. */
export const namesOf = async (
  db: InstitutionDatabase,
  membershipIds: Iterable<string>,
): Promise<Map<string, string>> => {
  const ids = [...new Set(membershipIds)];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: memberships.id,
      givenNames: people.givenNames,
      firstSurname: people.firstSurname,
      secondSurname: people.secondSurname,
    })
    .from(memberships)
    .innerJoin(
      people,
      and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
    )
    .where(and(eq(memberships.institutionId, db.institutionId), inArray(memberships.id, ids)));
  return new Map(rows.map((row) => [row.id, fullNameOf(row)]));
};

import { and, eq, inArray, isNull } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  enrolments,
  institutions,
  learnerLinks,
  memberships,
  people,
  type InstitutionDatabase,
} from '@puente/database';
import type { issueActivationCodes as endpoint } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { Forbidden, NotFound } from '../../errors.ts';
import { fullNameOf } from '../accounts/get-me.ts';
import { issueActivationCodes } from '../accounts/issue-activation-codes.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { bySurname } from './by-surname.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;
type Output = z.output<(typeof endpoint)['response']>;

/** Makes the codes of a printed sheet, in the order of the class list. The only moment they can be read. */
export const issueActivationSheet = async (
  db: InstitutionDatabase,
  actor: Actor,
  input: Input,
  now: Date,
): Promise<Output> => {
  const found =
    'cohortId' in input ? await inCohort(db, actor, input.cohortId) : await named(db, input.membershipIds);
  if (actor.role !== 'admin' && found.some(({ role }) => role !== 'student')) {
    throw new Forbidden('role', 'Only an administrator hands out codes to others than students.');
  }
  const waiting = found.filter(({ accountId }) => accountId === null).sort(bySurname);
  const codes = await issueActivationCodes(
    db,
    waiting.map(({ membershipId }) => membershipId),
    now,
  );
  if (waiting.length > 0) {
    await audit(db, actor, now, {
      act: 'activation_codes.issue',
      subjectKind: 'cohortId' in input ? 'cohort' : 'institution',
      subjectId: 'cohortId' in input ? input.cohortId : db.institutionId,
      detail: { membershipIds: waiting.map(({ membershipId }) => membershipId) },
    });
  }
  const [institution] = await db
    .select({ code: institutions.code, name: institutions.name })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  return {
    institution: institution!.code,
    institutionName: institution!.name,
    sheet: waiting.map((person) => {
      const { code, expiresAt } = codes.get(person.membershipId)!;
      return {
        membershipId: person.membershipId,
        fullName: fullNameOf(person),
        studentCode: person.studentCode,
        email: person.email,
        code,
        expiresAt: expiresAt.toISOString(),
      };
    }),
    alreadyActivated: found.length - waiting.length,
  };
};

const columns = {
  membershipId: memberships.id,
  role: memberships.role,
  accountId: memberships.accountId,
  givenNames: people.givenNames,
  firstSurname: people.firstSurname,
  secondSurname: people.secondSurname,
  studentCode: people.studentCode,
  email: people.email,
};

const inCohort = async (db: InstitutionDatabase, actor: Actor, cohortId: string) => {
  await getCohortFor(db, actor, cohortId);
  return db
    .select(columns)
    .from(enrolments)
    .innerJoin(
      learnerLinks,
      and(
        eq(learnerLinks.institutionId, enrolments.institutionId),
        eq(learnerLinks.learnerKey, enrolments.learnerKey),
      ),
    )
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
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        eq(enrolments.cohortId, cohortId),
        isNull(enrolments.leftAt),
        isNull(memberships.endedAt),
      ),
    );
};

const named = async (db: InstitutionDatabase, membershipIds: string[]) => {
  const ids = [...new Set(membershipIds)];
  const found = await db
    .select(columns)
    .from(memberships)
    .innerJoin(
      people,
      and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
    )
    .where(
      and(
        eq(memberships.institutionId, db.institutionId),
        inArray(memberships.id, ids),
        isNull(memberships.endedAt),
        isNull(people.erasedAt),
      ),
    );
  if (found.length !== ids.length) throw new NotFound('person');
  return found;
};

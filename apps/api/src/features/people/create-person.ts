import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { campuses, institutions, memberships, people, type InstitutionDatabase } from '@puente/database';
import type { createPerson as endpoint } from '@puente/schemas';
import { audit } from '../../audit.ts';
import { mayUseAddress } from '../../demonstration/rules.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { issueActivationCodes } from '../accounts/issue-activation-codes.ts';
import { readDocument } from '../rosters/read-cells.ts';
import { describeFault } from '../rosters/roster-fault.ts';
import { addPeople } from './add-people.ts';
import { cleanOptional, cleanText } from './clean-text.ts';
import { getPerson } from './list-people.ts';

type Input = z.output<NonNullable<(typeof endpoint)['body']>>;
type Output = z.output<(typeof endpoint)['response']>;

/** Creates one person in a role, with a one-time code that is shown once. */
export const createPerson = async (
  db: InstitutionDatabase,
  actor: Parameters<typeof audit>[1],
  input: Input,
  now: Date,
): Promise<Output> => {
  const wrong = (field: string, message: string) => new Invalid('invalid', message, [{ field, message }]);
  if (input.role === 'student' && !input.studentCode)
    throw wrong('studentCode', 'A student needs a student code.');
  if (input.role !== 'student' && !input.email)
    throw wrong('email', 'Who has no student code activates by e-mail: write it.');
  const givenNames = cleanText(input.givenNames);
  const firstSurname = cleanText(input.firstSurname);
  if (!givenNames) throw wrong('givenNames', 'Write the given names.');
  if (!firstSurname) throw wrong('firstSurname', 'Write the first surname.');
  const document = documentOf(input);
  if (input.campusId) {
    const [campus] = await db
      .select({ id: campuses.id })
      .from(campuses)
      .where(and(eq(campuses.institutionId, db.institutionId), eq(campuses.id, input.campusId)));
    if (!campus) throw wrong('campusId', 'There is no such campus.');
  }
  const [institution] = await db
    .select({ code: institutions.code, demonstration: institutions.demonstration })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  if (input.email && !mayUseAddress(input.email, institution!)) {
    throw wrong('email', 'Addresses at demo.puente belong to the demonstration.');
  }
  await refuseTaken(db, input, document);

  const added = await addPeople(
    db,
    [
      {
        role: input.role,
        givenNames,
        firstSurname,
        secondSurname: cleanOptional(input.secondSurname),
        studentCode: input.studentCode ?? null,
        documentKind: document?.kind ?? null,
        documentNumber: document?.number ?? null,
        email: input.email ?? null,
        campusId: input.campusId ?? null,
        confirmed: true,
      },
    ],
    now,
  );
  if (!added) throw new Conflict('person_exists', 'Somebody has this student code or document already.');
  const { membershipId } = added[0]!;
  const codes = await issueActivationCodes(db, [membershipId], now);
  await audit(db, actor, now, {
    act: 'person.create',
    subjectKind: 'membership',
    subjectId: membershipId,
    detail: { role: input.role },
  });
  const { code, expiresAt } = codes.get(membershipId)!;
  return {
    person: await getPerson(db, membershipId),
    activation: { institution: institution!.code, code, expiresAt: expiresAt.toISOString() },
  };
};

const documentOf = ({ documentKind = 'dni', documentNumber }: Input) => {
  if (!documentNumber) return null;
  const read = readDocument(documentKind, documentNumber);
  if ('value' in read) return read.value;
  const { message, fix } = describeFault({ ...read, row: 0, column: '' }, 'en');
  throw new Invalid('invalid', message, [{ field: 'documentNumber', message: `${message} ${fix}` }]);
};

const refuseTaken = async (
  db: InstitutionDatabase,
  input: Input,
  document: { kind: string; number: string } | null,
): Promise<void> => {
  const byEmail = input.role !== 'student' && input.email;
  const found = await db
    .select({
      studentCode: people.studentCode,
      documentNumber: people.documentNumber,
      email: people.email,
      role: memberships.role,
    })
    .from(people)
    .innerJoin(
      memberships,
      and(eq(memberships.institutionId, people.institutionId), eq(memberships.personId, people.id)),
    )
    .where(
      and(
        eq(people.institutionId, db.institutionId),
        isNull(people.erasedAt),
        or(
          input.studentCode
            ? eq(sql`upper(${people.studentCode})`, input.studentCode.toUpperCase())
            : undefined,
          document
            ? and(eq(sql`${people.documentKind}`, document.kind), eq(people.documentNumber, document.number))
            : undefined,
          byEmail ? eq(sql`lower(${people.email})`, byEmail.toLowerCase()) : undefined,
        ),
      ),
    );
  const taken = (field: string, message: string) =>
    new Conflict('person_exists', message, [{ field, message }]);
  for (const person of found) {
    if (input.studentCode && person.studentCode?.toUpperCase() === input.studentCode.toUpperCase()) {
      throw taken('studentCode', 'Somebody has this student code already.');
    }
    if (document && person.documentNumber === document.number)
      throw taken('documentNumber', 'Somebody has this document already.');
    if (byEmail && person.email?.toLowerCase() === byEmail.toLowerCase())
      throw taken('email', 'Somebody has this e-mail already.');
  }
};

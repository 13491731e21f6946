import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  cohortFaculty,
  enrolments,
  learnerLinks,
  memberships,
  people,
  type InstitutionDatabase,
} from '@puente/database';
import type { erasePerson as endpoint } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { closeMemberships } from '../accounts/close-memberships.ts';
import { changeEnrolment } from '../cohorts/change-enrolment.ts';
import { forgetApplicant } from '../selection/apply/forget-applicant.ts';

type Output = z.output<(typeof endpoint)['response']>;
type PersonRow = typeof people.$inferSelect;

/**
 * Takes who a person was out of the institution: names, documents, e-mail, secrets, and the link to what they learnt.
 * Answers and everything that was counted from them stay, and belong to nobody any more.
 */
export const erasePerson = async (
  db: InstitutionDatabase,
  actor: Actor,
  personId: string,
  why: string,
  now: Date,
): Promise<Output> => {
  const [person] = await db
    .select()
    .from(people)
    .where(and(eq(people.institutionId, db.institutionId), eq(people.id, personId)))
    .for('update');
  if (!person) throw new NotFound('person');
  if (person.erasedAt) return { personId, erasedAt: person.erasedAt.toISOString() };
  refuseNamed(person, why);
  const links = await db
    .select({ membershipId: memberships.id, learnerKey: learnerLinks.learnerKey })
    .from(memberships)
    .leftJoin(
      learnerLinks,
      and(
        eq(learnerLinks.institutionId, memberships.institutionId),
        eq(learnerLinks.membershipId, memberships.id),
      ),
    )
    .where(and(eq(memberships.institutionId, db.institutionId), eq(memberships.personId, personId)));
  if (links.some(({ membershipId }) => membershipId === actor.membershipId)) {
    throw new Conflict('own_account', 'Another administrator erases you: the institution must keep one.');
  }
  for (const { membershipId, learnerKey } of links) {
    if (learnerKey) await forgetLearner(db, actor, { membershipId, learnerKey }, now);
    await db
      .delete(cohortFaculty)
      .where(
        and(eq(cohortFaculty.institutionId, db.institutionId), eq(cohortFaculty.membershipId, membershipId)),
      );
  }
  const membershipIds = await closeMemberships(db, personId, now);
  await db
    .update(people)
    .set({
      givenNames: '',
      firstSurname: '',
      secondSurname: null,
      studentCode: null,
      documentKind: null,
      documentNumber: null,
      email: null,
      campusId: null,
      erasedAt: now,
    })
    .where(and(eq(people.institutionId, db.institutionId), eq(people.id, personId)));
  await audit(db, actor, now, {
    act: 'person.erase',
    subjectKind: 'person',
    subjectId: personId,
    why,
    detail: { membershipIds },
  });
  return { personId, erasedAt: now.toISOString() };
};

/** The reason stays in the log for good. */
const refuseNamed = (person: PersonRow, why: string): void => {
  const inWords = (text: string) =>
    ` ${text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join(' ')} `;
  const { firstSurname, secondSurname, studentCode, documentNumber, email } = person;
  const identifying = [firstSurname, secondSurname, studentCode, documentNumber, email];
  if (!identifying.some((part) => part && inWords(why).includes(inWords(part)))) return;
  const message = 'The reason stays in the audit log: write it without name, code, document or e-mail.';
  throw new Invalid('invalid', message, [{ field: 'why', message }]);
};

const forgetLearner = async (
  db: InstitutionDatabase,
  actor: Actor,
  { membershipId, learnerKey }: { membershipId: string; learnerKey: string },
  now: Date,
): Promise<void> => {
  const { rowCount: sitting } = await db.execute(sql`
    select from attempts a join sittings s on s.institution_id = a.institution_id and s.id = a.sitting_id
    where a.institution_id = ${db.institutionId} and a.learner_key = ${learnerKey} and s.proctored
      and a.finished_at is null and a.closes_at > ${now.toISOString()}::timestamptz limit 1`);
  if (sitting) {
    throw new Conflict(
      'sitting_under_way',
      'They are in a proctored sitting now, and its record must say who sat there. End their attempt first.',
    );
  }
  await forgetApplicant(db, learnerKey, now);
  const enrolled = await db
    .select({ cohortId: enrolments.cohortId })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        eq(enrolments.learnerKey, learnerKey),
        sql`${enrolments.leftAt} is null`,
      ),
    );
  for (const { cohortId } of enrolled) {
    await changeEnrolment(db, actor, { cohortId, membershipId }, { leave: true }, now);
  }
  await db
    .delete(learnerLinks)
    .where(and(eq(learnerLinks.institutionId, db.institutionId), eq(learnerLinks.learnerKey, learnerKey)));
};

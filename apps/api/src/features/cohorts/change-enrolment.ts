import { and, eq, isNull } from 'drizzle-orm';
import { enrolments, learnerLinks, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { markCohortDue } from '../insights/mark-due.ts';
import { enrol } from './enrol.ts';
import { getCohortFor } from './get-cohort-for.ts';

interface Which {
  cohortId: string;
  membershipId: string;
}

/** Takes a student out of a cohort or moves them to another; what they answered stays with the cohort it was answered in. */
export const changeEnrolment = async (
  db: InstitutionDatabase,
  actor: Actor,
  { cohortId, membershipId }: Which,
  change: { leave: true } | { toCohortId: string },
  now: Date,
): Promise<{ membershipId: string; cohortId: string | null }> => {
  await getCohortFor(db, actor, cohortId);
  const toCohortId = 'toCohortId' in change ? change.toCohortId : null;
  if (toCohortId === cohortId) {
    const message = 'The student is in this cohort already.';
    throw new Invalid('invalid', message, [{ field: 'toCohortId', message }]);
  }
  if (toCohortId) await getCohortFor(db, actor, toCohortId);
  const [link] = await db
    .select({ learnerKey: learnerLinks.learnerKey })
    .from(learnerLinks)
    .where(
      and(eq(learnerLinks.institutionId, db.institutionId), eq(learnerLinks.membershipId, membershipId)),
    );
  if (!link) throw new NotFound('student');
  const [left] = await db
    .update(enrolments)
    .set({ leftAt: now })
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        eq(enrolments.cohortId, cohortId),
        eq(enrolments.learnerKey, link.learnerKey),
        isNull(enrolments.leftAt),
      ),
    )
    .returning({ confirmed: enrolments.confirmed });
  if (!left) throw new NotFound('student');
  await markCohortDue(db, cohortId);
  if (toCohortId)
    await enrol(db, toCohortId, [{ learnerKey: link.learnerKey, confirmed: left.confirmed }], now);
  await audit(db, actor, now, {
    act: toCohortId ? 'enrolment.move' : 'enrolment.leave',
    subjectKind: 'membership',
    subjectId: membershipId,
    detail: { cohortId, ...(toCohortId && { toCohortId }) },
  });
  return { membershipId, cohortId: toCohortId };
};

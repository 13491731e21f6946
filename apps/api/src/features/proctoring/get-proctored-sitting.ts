import { and, eq } from 'drizzle-orm';
import {
  cohortFaculty,
  enrolments,
  learnerLinks,
  sittingProctors,
  sittings,
  type InstitutionDatabase,
} from '@puente/database';
import type { Actor } from '../../actor.ts';
import { Conflict, NotFound } from '../../errors.ts';

export type SittingRow = typeof sittings.$inferSelect;

/**
 * A sitting, for those who run it: programme staff, its proctors, and the cohort's faculty; form S only for staff and
 * its proctors. To anybody else there is no such sitting.
 */
export const getProctoredSitting = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
): Promise<SittingRow> => {
  const [sitting] = await db
    .select()
    .from(sittings)
    .where(and(eq(sittings.institutionId, db.institutionId), eq(sittings.id, sittingId)));
  if (!sitting) throw new NotFound('sitting');
  if (actor.role === 'staff') return sitting;
  const [proctor] = await db
    .select({ membershipId: sittingProctors.membershipId })
    .from(sittingProctors)
    .where(
      and(
        eq(sittingProctors.institutionId, db.institutionId),
        eq(sittingProctors.sittingId, sittingId),
        eq(sittingProctors.membershipId, actor.membershipId),
      ),
    );
  if (proctor) return sitting;
  const [teacher] =
    sitting.wave === 'selection'
      ? []
      : await db
          .select({ membershipId: cohortFaculty.membershipId })
          .from(cohortFaculty)
          .where(
            and(
              eq(cohortFaculty.institutionId, db.institutionId),
              eq(cohortFaculty.cohortId, sitting.cohortId),
              eq(cohortFaculty.membershipId, actor.membershipId),
            ),
          );
  if (!teacher) throw new NotFound('sitting');
  return sitting;
};

export const requireProctored = (sitting: SittingRow): void => {
  if (!sitting.proctored) {
    throw new Conflict(
      'not_proctored',
      'This sitting was prepared without proctors; prepare one that is proctored.',
    );
  }
};

/** The learner key of a student of the sitting's cohort, one who left since included. */
export const getCandidateKey = async (
  db: InstitutionDatabase,
  sitting: SittingRow,
  membershipId: string,
): Promise<string> => {
  const [found] = await db
    .select({ learnerKey: enrolments.learnerKey })
    .from(enrolments)
    .innerJoin(
      learnerLinks,
      and(
        eq(learnerLinks.institutionId, enrolments.institutionId),
        eq(learnerLinks.learnerKey, enrolments.learnerKey),
      ),
    )
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        eq(enrolments.cohortId, sitting.cohortId),
        eq(learnerLinks.membershipId, membershipId),
      ),
    );
  if (!found) throw new NotFound('student of this sitting');
  return found.learnerKey;
};

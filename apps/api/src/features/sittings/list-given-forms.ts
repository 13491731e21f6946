import { and, eq } from 'drizzle-orm';
import { sittings, type InstitutionDatabase } from '@puente/database';
import type { Wave } from '@puente/schemas';

/** Which forms the sittings of a cohort in a course give. */
export const listGivenForms = (
  db: InstitutionDatabase,
  cohortId: string,
  courseId: string,
): Promise<{ wave: Wave; forms: string[] }[]> =>
  db
    .select({ wave: sittings.wave, forms: sittings.forms })
    .from(sittings)
    .where(
      and(
        eq(sittings.institutionId, db.institutionId),
        eq(sittings.cohortId, cohortId),
        eq(sittings.courseId, courseId),
      ),
    )
    .orderBy(sittings.opensAt, sittings.id);

import { and, eq, isNull } from 'drizzle-orm';
import { cohortCodes, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { newCohortCode } from '../accounts/activation-code.ts';
import { getCohortFor } from './get-cohort-for.ts';

/** A code that no cohort anywhere has or had. */
export const makeCohortCode = async (
  db: InstitutionDatabase,
  cohortId: string,
  now: Date,
): Promise<string> => {
  for (let tries = 0; tries < 10; tries++) {
    const [made] = await db
      .insert(cohortCodes)
      .values({ institutionId: db.institutionId, code: newCohortCode(), cohortId, createdAt: now })
      .onConflictDoNothing()
      .returning({ code: cohortCodes.code });
    if (made) return made.code;
  }
  throw new Error('No free cohort code in ten tries');
};

/** Ends the code that was projected and makes another. */
export const renewCohortCode = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  now: Date,
): Promise<{ code: string }> => {
  await getCohortFor(db, actor, cohortId);
  await db
    .update(cohortCodes)
    .set({ endedAt: now })
    .where(
      and(
        eq(cohortCodes.institutionId, db.institutionId),
        eq(cohortCodes.cohortId, cohortId),
        isNull(cohortCodes.endedAt),
      ),
    );
  const code = await makeCohortCode(db, cohortId, now);
  await audit(db, actor, now, { act: 'cohort.renew_code', subjectKind: 'cohort', subjectId: cohortId });
  return { code };
};

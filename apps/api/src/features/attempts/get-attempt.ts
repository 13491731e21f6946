import { and, eq } from 'drizzle-orm';
import { attempts, type InstitutionDatabase } from '@puente/database';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import { NotFound } from '../../errors.ts';
import type { AttemptRow } from './show-attempt.ts';

/** One's own attempt. */
export const getAttempt = async (
  db: InstitutionDatabase,
  actor: Actor,
  attemptId: string,
): Promise<AttemptRow> => {
  const [attempt] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.institutionId, db.institutionId),
        eq(attempts.id, attemptId),
        eq(attempts.learnerKey, learnerKeyOf(actor)),
      ),
    );
  if (!attempt) throw new NotFound('attempt');
  return attempt;
};

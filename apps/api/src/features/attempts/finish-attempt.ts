import { and, eq, isNull } from 'drizzle-orm';
import { attempts, type InstitutionDatabase } from '@puente/database';
import type { Attempt } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { getAttempt } from './get-attempt.ts';
import { requireHeld, showAttempt } from './show-attempt.ts';

/** Ends an attempt; ending it again changes nothing. */
export const finishAttempt = async (
  db: InstitutionDatabase,
  actor: Actor,
  attemptId: string,
  context: Context,
): Promise<Attempt> => {
  const attempt = await getAttempt(db, actor, attemptId);
  if (attempt.finishedAt) return showAttempt(db, attempt, actor, context);
  requireHeld(attempt, actor);
  await db
    .update(attempts)
    .set({ finishedAt: context.now })
    .where(
      and(
        eq(attempts.institutionId, db.institutionId),
        eq(attempts.id, attemptId),
        isNull(attempts.finishedAt),
      ),
    );
  return showAttempt(db, { ...attempt, finishedAt: context.now }, actor, context);
};

import { and, eq } from 'drizzle-orm';
import { attemptExtensions, attempts, type sittings, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { countNoLongerLate } from './count-after-all.ts';

/** Gives one student's attempt at a sitting more minutes; answers that were late by the old end count again. */
export const extendAttempt = async (
  db: InstitutionDatabase,
  actor: Actor,
  { sitting, learnerKey }: { sitting: typeof sittings.$inferSelect; learnerKey: string },
  { minutes, why }: { minutes: number; why: string },
  { now }: Context,
): Promise<void> => {
  if (sitting.closedAt)
    throw new Conflict('sitting_closed', 'This sitting was closed for everybody: no time can be added.');
  const { institutionId } = db;
  const one = and(
    eq(attempts.institutionId, institutionId),
    eq(attempts.sittingId, sitting.id),
    eq(attempts.learnerKey, learnerKey),
  );
  const [attempt] = await db.select().from(attempts).where(one).for('no key update');
  if (!attempt?.closesAt) throw new NotFound('attempt of this student at this sitting');
  if (attempt.finishedAt)
    throw new Conflict('attempt_over', 'This student ended the attempt: more time would change nothing.');
  const closesAt = new Date(attempt.closesAt.getTime() + minutes * 60_000);
  if (closesAt <= now) {
    const missing = Math.ceil((now.getTime() - attempt.closesAt.getTime()) / 60_000);
    throw new Invalid('invalid', 'The attempt would be over all the same.', [
      { field: 'minutes', message: `Its time ended ${missing} minutes ago; give more than that.` },
    ]);
  }
  await db.update(attempts).set({ closesAt }).where(one);
  await db.insert(attemptExtensions).values({
    institutionId,
    attemptId: attempt.id,
    minutes,
    why,
    givenBy: actor.membershipId,
    givenAt: now,
  });
  const countedAgain = await countNoLongerLate(db, learnerKey, attempt.id);
  await audit(db, actor, now, {
    act: 'attempt.extended',
    subjectKind: 'attempt',
    subjectId: attempt.id,
    why,
    detail: {
      sittingId: sitting.id,
      minutes,
      closedAt: attempt.closesAt.toISOString(),
      closesAt: closesAt.toISOString(),
      countedAgain,
    },
  });
};

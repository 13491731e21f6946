import { and, eq } from 'drizzle-orm';
import { attemptLeases, attempts, sittings, type Database } from '@puente/database';
import type { Attempt } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { requireRoomCode } from '../proctoring/require-room-code.ts';
import { getAttempt } from './get-attempt.ts';
import { isHeldBy, showAttempt, type AttemptRow } from './show-attempt.ts';
import { isRunning } from './start-sitting.ts';

interface TakeOver {
  roomCode?: string | undefined;
  device: string;
}

/** Moves a running sitting to this device: from now on the other one's answers are set aside. */
export const takeOverAttempt = async (
  database: Database,
  actor: Actor,
  attemptId: string,
  { roomCode, device }: TakeOver,
  context: Context,
): Promise<Attempt> => {
  const { institutionId } = actor;
  const { attempt, sitting } = await database.onInstitution(institutionId, async (db) => {
    const attempt = await getAttempt(db, actor, attemptId);
    const [sitting] = attempt.sittingId
      ? await db
          .select()
          .from(sittings)
          .where(and(eq(sittings.institutionId, institutionId), eq(sittings.id, attempt.sittingId)))
      : [];
    return { attempt, sitting };
  });
  requireTakeable(attempt, context.now);
  if (!isHeldBy(attempt, actor)) await requireRoomCode(database, actor, sitting!, roomCode, context.now);
  return database.asInstitution(institutionId, async (db) => {
    const one = and(
      eq(attempts.institutionId, institutionId),
      eq(attempts.id, attemptId),
      eq(attempts.learnerKey, learnerKeyOf(actor)),
    );
    const [now] = await db.select().from(attempts).where(one).for('update');
    requireTakeable(now!, context.now);
    if (isHeldBy(now!, actor)) return showAttempt(db, now!, actor, context);
    const lease = now!.lease + 1;
    const [taken] = await db.update(attempts).set({ lease, heldBy: actor.sessionId }).where(one).returning();
    await db.insert(attemptLeases).values({
      institutionId,
      attemptId,
      lease,
      sessionId: actor.sessionId,
      device,
      takenAt: context.now,
    });
    await audit(db, actor, context.now, {
      act: 'attempt.taken_over',
      subjectKind: 'attempt',
      subjectId: attemptId,
      detail: { sittingId: now!.sittingId, lease },
    });
    return showAttempt(db, taken!, actor, context);
  });
};

const requireTakeable = (attempt: AttemptRow, now: Date): void => {
  if (attempt.kind !== 'sitting')
    throw new Conflict('not_a_sitting', 'Only a sitting belongs to one device at a time.');
  if (!isRunning(attempt, now)) throw new Conflict('attempt_over', 'This attempt is over.');
};

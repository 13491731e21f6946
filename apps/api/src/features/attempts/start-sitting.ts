import { and, eq, isNull } from 'drizzle-orm';
import { attempts, enrolments, sittings, type Database, type InstitutionDatabase } from '@puente/database';
import type { Attempt, Language } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { requireRoomCode } from '../proctoring/require-room-code.ts';
import { sittingStateAt } from '../sittings/sitting-state.ts';
import { rememberFacts } from './attempt-facts.ts';
import { openAttempt } from './open-attempts.ts';
import { requireHeld, showAttempt, type AttemptRow } from './show-attempt.ts';

interface Start {
  language: Language;
  roomCode?: string | undefined;
  /** Kind of device and browser. */
  device: string;
}

/** Starts the attempt at a sitting, or goes on with it on the same device; the first start assigns the form. */
export const startSitting = async (
  database: Database,
  actor: Actor,
  sittingId: string,
  { language, roomCode, device }: Start,
  context: Context,
): Promise<Attempt> => {
  const learnerKey = learnerKeyOf(actor);
  const { institutionId, sessionId } = actor;
  const { sitting, running } = await database.onInstitution(institutionId, (db) =>
    getOwnSitting(db, learnerKey, sittingId),
  );
  let attempt = running;
  if (!attempt) {
    const state = sittingStateAt(sitting, context.now);
    if (state === 'prepared') throw new Conflict('sitting_not_open', 'This sitting has not opened yet.');
    if (state !== 'open') throw new Conflict('sitting_closed', 'This sitting is closed.');
    await requireRoomCode(database, actor, sitting, roomCode, context.now);
    const opening = { sitting, learnerKey, sessionId, language, device, context };
    attempt = await openAttempt(database, institutionId, opening);
    if (attempt.lease === 1) {
      rememberFacts(database, institutionId, learnerKey, [
        { ...attempt, takenOverAt: [], lateHours: sitting.lateHours },
      ]);
    }
  }
  if (isRunning(attempt, context.now)) requireHeld(attempt, actor);
  return database.onInstitution(institutionId, (db) => showAttempt(db, attempt, actor, context));
};

export const isRunning = (attempt: AttemptRow, now: Date): boolean =>
  attempt.finishedAt === null && (attempt.closesAt === null || now <= attempt.closesAt);

const getOwnSitting = async (
  db: InstitutionDatabase,
  learnerKey: string,
  sittingId: string,
): Promise<{ sitting: typeof sittings.$inferSelect; running: AttemptRow | null }> => {
  const [found] = await db
    .select({ sitting: sittings, running: attempts })
    .from(sittings)
    .innerJoin(
      enrolments,
      and(eq(enrolments.institutionId, sittings.institutionId), eq(enrolments.cohortId, sittings.cohortId)),
    )
    .leftJoin(
      attempts,
      and(
        eq(attempts.institutionId, sittings.institutionId),
        eq(attempts.sittingId, sittings.id),
        eq(attempts.learnerKey, enrolments.learnerKey),
      ),
    )
    .where(
      and(
        eq(sittings.institutionId, db.institutionId),
        eq(sittings.id, sittingId),
        eq(enrolments.learnerKey, learnerKey),
        isNull(enrolments.leftAt),
      ),
    );
  if (!found) throw new NotFound('sitting');
  return found;
};

import { and, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import {
  attemptLeases,
  attempts,
  enrolments,
  formAssignments,
  newId,
  sittings,
  type Database,
  type InstitutionDatabase,
} from '@puente/database';
import type { Attempt, Language } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { requireRoomCode } from '../proctoring/require-room-code.ts';
import { sittingStateAt } from '../sittings/sitting-state.ts';
import { formAtPlace, otherForm } from './assign-form.ts';
import { requireHeld, showAttempt, type AttemptRow } from './show-attempt.ts';

type SittingRow = typeof sittings.$inferSelect;

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
  start: Start,
  context: Context,
): Promise<Attempt> => {
  const learnerKey = learnerKeyOf(actor);
  const { institutionId } = actor;
  const { sitting, running } = await database.onInstitution(institutionId, (db) =>
    getOwnSitting(db, learnerKey, sittingId),
  );
  let attempt = running;
  if (!attempt) {
    const state = sittingStateAt(sitting, context.now);
    if (state === 'prepared') throw new Conflict('sitting_not_open', 'This sitting has not opened yet.');
    if (state !== 'open') throw new Conflict('sitting_closed', 'This sitting is closed.');
    await requireRoomCode(database, actor, sitting, start.roomCode, context.now);
    attempt = await database.asInstitution(institutionId, (db) =>
      openAttempt(db, actor, sitting, start, context),
    );
  }
  if (isRunning(attempt, context.now)) requireHeld(attempt, actor);
  // Outside the transaction, which others may wait for.
  return database.onInstitution(institutionId, (db) => showAttempt(db, attempt, actor, context));
};

export const isRunning = (attempt: AttemptRow, now: Date): boolean =>
  attempt.finishedAt === null && (attempt.closesAt === null || now <= attempt.closesAt);

const openAttempt = async (
  db: InstitutionDatabase,
  actor: Actor,
  sitting: SittingRow,
  { language, device }: Start,
  { catalogue, now }: Context,
): Promise<AttemptRow> => {
  const learnerKey = learnerKeyOf(actor);
  const { institutionId } = db;
  const chosen = await chooseForm(db, sitting, learnerKey);
  // Places in the blocks must not race. Whoever needs none waits for nobody.
  const place = chosen ? null : await nextPlace(db, sitting.id);
  const formId = chosen ?? formAtPlace(sitting.forms, sitting.assignmentSeed, place!);
  const id = newId(now.getTime());
  const [attempt] = await db
    .insert(attempts)
    .values({
      institutionId,
      id,
      learnerKey,
      kind: 'sitting',
      courseId: sitting.courseId,
      contentId: formId,
      cohortId: sitting.cohortId,
      sittingId: sitting.id,
      wave: sitting.wave,
      language,
      items: catalogue.getForm(formId).items,
      seed: id,
      heldBy: actor.sessionId,
      startedAt: now,
      closesAt: closingTime(sitting, now),
    })
    .onConflictDoNothing()
    .returning();
  // The learner's other tab or device was faster.
  if (!attempt) return (await getOwnSitting(db, learnerKey, sitting.id)).running!;
  await db
    .insert(formAssignments)
    .values({ institutionId, sittingId: sitting.id, learnerKey, formId, place });
  await db
    .insert(attemptLeases)
    .values({ institutionId, attemptId: id, lease: 1, sessionId: actor.sessionId, device, takenAt: now });
  return attempt;
};

/** The opening form may be paused, so its end is the window's; the others end after their minutes. */
const closingTime = (sitting: SittingRow, now: Date): Date =>
  sitting.durationMinutes === null
    ? sitting.closesAt
    : new Date(Math.min(now.getTime() + sitting.durationMinutes * 60_000, sitting.closesAt.getTime()));

const getOwnSitting = async (
  db: InstitutionDatabase,
  learnerKey: string,
  sittingId: string,
): Promise<{ sitting: SittingRow; running: AttemptRow | null }> => {
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

/** The form where no place in the blocks decides: the only one, or the other than before. */
const chooseForm = async (
  db: InstitutionDatabase,
  sitting: SittingRow,
  learnerKey: string,
): Promise<string | undefined> => {
  if (sitting.forms.length === 1) return sitting.forms[0];
  const [before] = await db
    .select({ formId: attempts.contentId })
    .from(attempts)
    .where(
      and(
        eq(attempts.institutionId, db.institutionId),
        eq(attempts.learnerKey, learnerKey),
        eq(attempts.courseId, sitting.courseId),
        inArray(attempts.contentId, sitting.forms),
        eq(attempts.kind, 'sitting'),
      ),
    )
    .orderBy(desc(attempts.startedAt))
    .limit(1);
  return before && otherForm(sitting.forms, before.formId);
};

/** The next place in a sitting's blocks; starts that need one wait for each other until they commit. */
const nextPlace = async (db: InstitutionDatabase, sittingId: string): Promise<number> => {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sittingId}, 0))`);
  const [placed] = await db
    .select({ places: count() })
    .from(formAssignments)
    .where(
      and(
        eq(formAssignments.institutionId, db.institutionId),
        eq(formAssignments.sittingId, sittingId),
        isNotNull(formAssignments.place),
      ),
    );
  return placed!.places;
};

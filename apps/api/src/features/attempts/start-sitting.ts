import { and, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import {
  attempts,
  enrolments,
  formAssignments,
  newId,
  sittings,
  type InstitutionDatabase,
} from '@puente/database';
import type { Attempt, Language } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { sittingStateAt } from '../sittings/sitting-state.ts';
import { formAtPlace, otherForm } from './assign-form.ts';
import { showAttempt } from './show-attempt.ts';

type SittingRow = typeof sittings.$inferSelect;

/** Starts the attempt at a sitting, or goes on with it; the first start assigns the form. */
export const startSitting = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  language: Language,
  context: Context,
): Promise<Attempt> => {
  const learnerKey = learnerKeyOf(actor);
  const sitting = await getOwnSitting(db, learnerKey, sittingId);
  const findRunning = async () => {
    const [found] = await db
      .select()
      .from(attempts)
      .where(
        and(
          eq(attempts.institutionId, db.institutionId),
          eq(attempts.sittingId, sittingId),
          eq(attempts.learnerKey, learnerKey),
        ),
      );
    return found;
  };
  const running = await findRunning();
  if (running) return showAttempt(db, running, context);
  const state = sittingStateAt(sitting, context.now);
  if (state === 'prepared') throw new Conflict('sitting_not_open', 'This sitting has not opened yet.');
  if (state !== 'open') throw new Conflict('sitting_closed', 'This sitting is closed.');

  // One start of a sitting at a time: a learner's two devices, and places in the blocks, must not race.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sittingId}, 0))`);
  const meanwhile = await findRunning();
  if (meanwhile) return showAttempt(db, meanwhile, context);
  const formId = await assignForm(db, sitting, learnerKey);
  const form = context.catalogue.getForm(formId);
  const id = newId(context.now.getTime());
  const [attempt] = await db
    .insert(attempts)
    .values({
      institutionId: db.institutionId,
      id,
      learnerKey,
      kind: 'sitting',
      courseId: sitting.courseId,
      contentId: formId,
      cohortId: sitting.cohortId,
      sittingId,
      wave: sitting.wave,
      language,
      items: form.items,
      seed: id,
      startedAt: context.now,
      closesAt: closingTime(sitting, context.now),
    })
    .returning();
  return showAttempt(db, attempt!, context);
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
): Promise<SittingRow> => {
  const [found] = await db
    .select({ sitting: sittings })
    .from(sittings)
    .innerJoin(
      enrolments,
      and(eq(enrolments.institutionId, sittings.institutionId), eq(enrolments.cohortId, sittings.cohortId)),
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
  return found.sitting;
};

const assignForm = async (
  db: InstitutionDatabase,
  sitting: SittingRow,
  learnerKey: string,
): Promise<string> => {
  const own = and(
    eq(formAssignments.institutionId, db.institutionId),
    eq(formAssignments.sittingId, sitting.id),
  );
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
  const other = before && otherForm(sitting.forms, before.formId);
  const [placed] = await db
    .select({ places: count() })
    .from(formAssignments)
    .where(and(own, isNotNull(formAssignments.place)));
  const place = other ? null : placed!.places;
  const formId = other ?? formAtPlace(sitting.forms, sitting.assignmentSeed, place!);
  await db
    .insert(formAssignments)
    .values({ institutionId: db.institutionId, sittingId: sitting.id, learnerKey, formId, place });
  return formId;
};

import { and, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import {
  attemptLeases,
  attempts,
  formAssignments,
  newId,
  type Database,
  type InstitutionDatabase,
  type sittings,
} from '@puente/database';
import type { Language } from '@puente/schemas';
import type { Context } from '../../context.ts';
import { formAtPlace, otherForm } from './assign-form.ts';
import { gather } from './gather.ts';
import type { AttemptRow } from './show-attempt.ts';

type SittingRow = typeof sittings.$inferSelect;

export interface Opening {
  sitting: SittingRow;
  learnerKey: string;
  sessionId: string;
  language: Language;
  /** Kind of device and browser. */
  device: string;
  context: Context;
}

type Open = (opening: Opening) => Promise<AttemptRow>;

const openers = new WeakMap<Database, Map<string, Open>>();

/**
 * Opens a learner's attempt at a sitting and assigns the form, together with whoever starts at the same time: places in
 * the blocks are given one after the other, and a hall that starts at once must not wait for a commit each.
 */
export const openAttempt = (
  database: Database,
  institutionId: string,
  opening: Opening,
): Promise<AttemptRow> => {
  let ofDatabase = openers.get(database);
  if (!ofDatabase) openers.set(database, (ofDatabase = new Map()));
  const key = opening.sitting.id;
  let open = ofDatabase.get(key);
  if (!open) {
    open = gather({ atOnce: 1, largest: 200, ownerOf: ({ learnerKey }: Opening) => learnerKey }, (openings) =>
      database.asInstitution(institutionId, async (db) =>
        (await openTogether(db, openings)).map((value) => ({ status: 'fulfilled' as const, value })),
      ),
    );
    ofDatabase.set(key, open);
  }
  return open(opening);
};

const openTogether = async (db: InstitutionDatabase, openings: readonly Opening[]): Promise<AttemptRow[]> => {
  const { institutionId } = db;
  const { sitting } = openings[0]!;
  const learnerKeys = openings.map(({ learnerKey }) => learnerKey);
  // Places must not race with another process either; nor may two attempts of one learner.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sitting.id}, 0))`);
  const running = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.institutionId, institutionId),
        eq(attempts.sittingId, sitting.id),
        inArray(attempts.learnerKey, learnerKeys),
      ),
    );
  const runningOf = new Map(running.map((attempt) => [attempt.learnerKey, attempt]));
  const fresh = openings.filter(({ learnerKey }) => !runningOf.has(learnerKey));
  const chosen = await chooseForms(db, sitting, fresh);
  if (fresh.length > 0) {
    const opened = await db
      .insert(attempts)
      .values(
        fresh.map((opening) => attemptOf(institutionId, opening, chosen.get(opening.learnerKey)!.formId)),
      )
      .returning();
    for (const attempt of opened) runningOf.set(attempt.learnerKey, attempt);
    await db.insert(formAssignments).values(
      fresh.map(({ learnerKey }) => ({
        institutionId,
        sittingId: sitting.id,
        learnerKey,
        ...chosen.get(learnerKey)!,
      })),
    );
    await db.insert(attemptLeases).values(
      fresh.map(({ learnerKey, sessionId, device }) => {
        const { id: attemptId, startedAt } = runningOf.get(learnerKey)!;
        return { institutionId, attemptId, lease: 1, sessionId, device, takenAt: startedAt };
      }),
    );
  }
  return learnerKeys.map((learnerKey) => runningOf.get(learnerKey)!);
};

const attemptOf = (
  institutionId: string,
  { sitting, learnerKey, sessionId, language, context: { catalogue, now } }: Opening,
  formId: string,
): typeof attempts.$inferInsert => {
  const id = newId(now.getTime());
  return {
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
    heldBy: sessionId,
    startedAt: now,
    closesAt: closingTime(sitting, now),
  };
};

/** The opening form may be paused, so its end is the window's; the others end after their minutes. */
const closingTime = (sitting: SittingRow, now: Date): Date =>
  sitting.durationMinutes === null
    ? sitting.closesAt
    : new Date(Math.min(now.getTime() + sitting.durationMinutes * 60_000, sitting.closesAt.getTime()));

interface Assigned {
  formId: string;
  /** Null where no place in the blocks decides: the only form, or the other than before. */
  place: number | null;
}

const chooseForms = async (
  db: InstitutionDatabase,
  sitting: SittingRow,
  openings: readonly Opening[],
): Promise<Map<string, Assigned>> => {
  const [only, second] = sitting.forms;
  if (second === undefined)
    return new Map(openings.map(({ learnerKey }) => [learnerKey, { formId: only!, place: null }]));
  const before = await formsBefore(db, sitting, openings);
  let places = await countPlaces(db, sitting.id);
  return new Map(
    openings.map(({ learnerKey }): [string, Assigned] => {
      const earlier = before.get(learnerKey);
      const other = earlier && otherForm(sitting.forms, earlier);
      if (other) return [learnerKey, { formId: other, place: null }];
      const place = places++;
      return [learnerKey, { formId: formAtPlace(sitting.forms, sitting.assignmentSeed, place), place }];
    }),
  );
};

/** The form of these that each learner had last. */
const formsBefore = async (
  db: InstitutionDatabase,
  sitting: SittingRow,
  openings: readonly Opening[],
): Promise<Map<string, string>> => {
  const rows = await db
    .selectDistinctOn([attempts.learnerKey], { learnerKey: attempts.learnerKey, formId: attempts.contentId })
    .from(attempts)
    .where(
      and(
        eq(attempts.institutionId, db.institutionId),
        inArray(
          attempts.learnerKey,
          openings.map(({ learnerKey }) => learnerKey),
        ),
        eq(attempts.courseId, sitting.courseId),
        inArray(attempts.contentId, sitting.forms),
        eq(attempts.kind, 'sitting'),
      ),
    )
    .orderBy(attempts.learnerKey, desc(attempts.startedAt));
  return new Map(rows.map(({ learnerKey, formId }) => [learnerKey, formId]));
};

const countPlaces = async (db: InstitutionDatabase, sittingId: string): Promise<number> => {
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

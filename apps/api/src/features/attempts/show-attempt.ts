import { and, count, eq, inArray, ne } from 'drizzle-orm';
import {
  optionOrder,
  optionsShown,
  publicItem,
  scoreResponse,
  type Answerable,
} from '@puente/content/server';
import { type attempts, responses, type InstitutionDatabase } from '@puente/database';
import type { Attempt, ShownItem } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { guessProbabilityOf } from './guess-probability.ts';
import { answeredAtOf } from './answered-at.ts';

export type AttemptRow = typeof attempts.$inferSelect;

/** What a person sees who asks for their own attempt. */
export const showAttempt = async (
  db: InstitutionDatabase,
  attempt: AttemptRow,
  actor: Actor,
  { catalogue, now }: Context,
): Promise<Attempt> => {
  const held = isHeldBy(attempt, actor);
  const own = and(eq(responses.institutionId, db.institutionId), eq(responses.attemptId, attempt.id));
  const rows = await db
    .select()
    .from(responses)
    .where(own)
    .orderBy(responses.lease, responses.deviceSequence, responses.receivedAt);
  const met = await db
    .select({ itemId: responses.itemId, times: count() })
    .from(responses)
    .where(
      and(
        eq(responses.institutionId, db.institutionId),
        eq(responses.learnerKey, attempt.learnerKey),
        inArray(responses.itemId, attempt.items),
        ne(responses.attemptId, attempt.id),
      ),
    )
    .groupBy(responses.itemId);
  const latest = new Map(rows.map((row) => [row.itemId, row]));
  const answers = attempt.kind === 'sitting' ? [...latest.values()] : firstPerItem(rows);
  return {
    id: attempt.id,
    kind: attempt.kind,
    courseId: attempt.courseId,
    contentId: attempt.contentId,
    wave: attempt.wave,
    sittingId: attempt.sittingId,
    language: attempt.language,
    startedAt: attempt.startedAt.toISOString(),
    closesAt: attempt.closesAt?.toISOString() ?? null,
    finishedAt: attempt.finishedAt?.toISOString() ?? null,
    lease: attempt.lease,
    held,
    serverNow: now.toISOString(),
    items:
      held && maySeeItems(attempt, now)
        ? attempt.items.flatMap((id) => showItem(catalogue, attempt, id))
        : [],
    responses: answers.map((row) => ({
      id: row.id,
      itemId: row.itemId,
      answer: row.answer,
      confidenceLevel: row.confidenceLevel,
      deviceSequence: row.deviceSequence,
      answeredAt: answeredAtOf(row, attempt).toISOString(),
      receivedAt: row.receivedAt.toISOString(),
      fraction: attempt.kind === 'sitting' ? null : fractionOf(catalogue.items.get(row.itemId), row.answer),
    })),
    exposures: Object.fromEntries(met.map(({ itemId, times }) => [itemId, times])),
    lastDeviceSequence: rows.reduce((last, row) => Math.max(last, row.deviceSequence), 0),
  };
};

/** Whether it is this sign-in's turn to answer. */
export const isHeldBy = (attempt: Pick<AttemptRow, 'heldBy'>, actor: Actor): boolean =>
  attempt.heldBy === null || attempt.heldBy === actor.sessionId;

export const requireHeld = (attempt: Pick<AttemptRow, 'heldBy'>, actor: Actor): void => {
  if (!isHeldBy(attempt, actor)) {
    throw new Conflict(
      'held_elsewhere',
      'This sitting goes on at another device or sign-in. Take it over to go on here.',
    );
  }
};

/** Assessment stems leave only inside an attempt that is still open. */
const maySeeItems = (attempt: AttemptRow, now: Date): boolean =>
  attempt.kind !== 'sitting' ||
  (attempt.finishedAt === null && (attempt.closesAt === null || now <= attempt.closesAt));

const showItem = (catalogue: Catalogue, attempt: AttemptRow, id: string): ShownItem | [] => {
  const item = catalogue.items.get(id);
  // Withdrawn since: an attempt under way goes on with the others.
  if (!item) return [];
  const order = optionOrder(attempt.seed, { id, options: optionsShown(item) });
  return {
    ...publicItem(item, attempt.language, order),
    ...(attempt.kind !== 'sitting' && item.moduleId && { moduleId: item.moduleId }),
    guess: guessProbabilityOf(item),
  };
};

const firstPerItem = <Row extends { itemId: string }>(rows: readonly Row[]): Row[] => {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(row.itemId)) first.set(row.itemId, row);
  return [...first.values()];
};

const fractionOf = (item: Answerable | undefined, answer: string | string[]): number | null => {
  if (!item) return null;
  try {
    return scoreResponse(item, answer);
  } catch {
    return null;
  }
};

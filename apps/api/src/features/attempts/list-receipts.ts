import { and, asc, eq } from 'drizzle-orm';
import { responses, type InstitutionDatabase } from '@puente/database';
import type { listReceipts as endpoint, ResponseInput } from '@puente/schemas';
import type * as z from 'zod/mini';
import type { Actor } from '../../actor.ts';
import { countedResponse } from '../insights/counted-response.ts';
import { answeredAtOf, isTimeDisputed } from './answered-at.ts';
import { getAttempt } from './get-attempt.ts';
import { listSetAsideOf } from './list-set-aside-of.ts';

type Receipts = z.output<(typeof endpoint)['response']>;

/** What the server holds of one's own attempt, oldest first, and which answer of each item counts. */
export const listReceipts = async (
  db: InstitutionDatabase,
  actor: Actor,
  attemptId: string,
): Promise<Receipts> => {
  const attempt = await getAttempt(db, actor, attemptId);
  const rows = await db
    .select()
    .from(responses)
    .where(and(eq(responses.institutionId, db.institutionId), eq(responses.attemptId, attemptId)))
    .orderBy(
      asc(responses.lease),
      asc(responses.deviceSequence),
      asc(responses.receivedAt),
      asc(responses.id),
    );
  const aside = await listSetAsideOf(db, [attemptId]);
  const perItem = Map.groupBy(rows, (row) => row.itemId);
  const counted = new Set([...perItem.values()].map((group) => countedResponse(attempt.kind, group)?.id));
  const asideOf = new Map(aside.map((row) => [row.response.id, row]));
  const told = (answer: Told) => {
    const disputed = attempt.closesAt !== null && isTimeDisputed(answer, attempt);
    return disputed ? null : answeredAtOf(answer, attempt).toISOString();
  };
  const receiptOf = (answer: Told, isCounted: boolean) => {
    const set = asideOf.get(answer.id);
    return {
      id: answer.id,
      position: answer.position,
      confidenceLevel: answer.confidenceLevel,
      answeredAt: told(answer),
      receivedAt: answer.receivedAt.toISOString(),
      counted: isCounted,
      setAside: set ? { reason: set.reason, decision: set.decision?.decision ?? null } : null,
      order: [answer.lease, answer.deviceSequence, answer.receivedAt.getTime()] as const,
    };
  };
  const receipts = [
    ...rows.map((row) => receiptOf(row, counted.has(row.id))),
    ...aside
      .filter(({ recorded }) => !recorded)
      .map(({ response, receivedAt }) =>
        receiptOf({ ...response, wallTime: new Date(response.wallTime), receivedAt }, false),
      ),
  ].sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]);
  return { attemptId, receipts: receipts.map(({ order: _, ...receipt }) => receipt) };
};

type Told = Pick<
  ResponseInput,
  'id' | 'position' | 'confidenceLevel' | 'lease' | 'deviceSequence' | 'elapsedMs' | 'clockOffsetMs'
> & { wallTime: Date; receivedAt: Date };

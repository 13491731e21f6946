import { and, asc, eq } from 'drizzle-orm';
import { responses, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { countedResponse } from '../insights/counted-response.ts';
import { answeredAtOf } from './answered-at.ts';
import { getAttempt } from './get-attempt.ts';

/** What the server holds of one's own attempt, oldest first, and which answer of each item counts. */
export const listReceipts = async (db: InstitutionDatabase, actor: Actor, attemptId: string) => {
  const attempt = await getAttempt(db, actor, attemptId);
  const rows = await db
    .select()
    .from(responses)
    .where(and(eq(responses.institutionId, db.institutionId), eq(responses.attemptId, attemptId)))
    .orderBy(asc(responses.deviceSequence), asc(responses.receivedAt), asc(responses.id));
  const perItem = Map.groupBy(rows, (row) => row.itemId);
  const counted = new Set([...perItem.values()].map((group) => countedResponse(attempt.kind, group)?.id));
  return {
    attemptId,
    receipts: rows.map((row) => ({
      id: row.id,
      position: row.position,
      confidenceLevel: row.confidenceLevel,
      answeredAt: answeredAtOf(row, attempt).toISOString(),
      receivedAt: row.receivedAt.toISOString(),
      counted: counted.has(row.id),
    })),
  };
};

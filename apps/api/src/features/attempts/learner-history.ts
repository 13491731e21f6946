import { and, asc, eq, inArray } from 'drizzle-orm';
import { scoreResponse } from '@puente/content/server';
import { attempts, responses, type InstitutionDatabase } from '@puente/database';
import type { Answer } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';

/** One counted answer of a learner in practice or in a case, scored by today's key. */
export interface HistoryEntry {
  attemptId: string;
  itemId: string;
  concepts: readonly string[];
  answer: Answer;
  fraction: number;
  confidenceLevel: number;
  confidence: number;
  answeredAt: Date;
}

/** A learner's practice and case answers in a course, oldest first; the first per attempt and item counts. */
export const listLearnerHistory = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  learnerKey: string,
  courseId?: string,
): Promise<HistoryEntry[]> => {
  const rows = await db
    .select({
      attemptId: responses.attemptId,
      itemId: responses.itemId,
      answer: responses.answer,
      confidenceLevel: responses.confidenceLevel,
      confidence: responses.confidence,
      answeredAt: responses.receivedAt,
    })
    .from(responses)
    .innerJoin(
      attempts,
      and(eq(attempts.institutionId, responses.institutionId), eq(attempts.id, responses.attemptId)),
    )
    .where(
      and(
        eq(responses.institutionId, db.institutionId),
        eq(responses.learnerKey, learnerKey),
        inArray(attempts.kind, ['practice', 'case']),
        ...(courseId ? [eq(attempts.courseId, courseId)] : []),
      ),
    )
    .orderBy(asc(responses.receivedAt), asc(responses.deviceSequence), asc(responses.id));

  const seen = new Set<string>();
  const history: HistoryEntry[] = [];
  for (const row of rows) {
    const item = catalogue.items.get(row.itemId);
    const key = `${row.attemptId}/${row.itemId}`;
    if (!item || seen.has(key)) continue;
    seen.add(key);
    history.push({ ...row, concepts: item.concepts, fraction: scoreIfAnswerable(item, row.answer) });
  }
  return history;
};

type Scorable = Parameters<typeof scoreResponse>[0];

/** An option that a later version dropped earns nothing. */
const scoreIfAnswerable = (item: Scorable, answer: Answer): number => {
  try {
    return scoreResponse(item, answer);
  } catch {
    return 0;
  }
};

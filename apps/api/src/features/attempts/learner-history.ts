import { and, asc, eq, ne } from 'drizzle-orm';
import { scoreResponse } from '@puente/content/server';
import { attempts, responses, type InstitutionDatabase } from '@puente/database';
import type { Answer, AttemptKind } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { answeredAtOf } from './answered-at.ts';

/** One counted answer of a learner in practice, case or review, scored by today's key. */
export interface HistoryEntry {
  attemptId: string;
  kind: Exclude<AttemptKind, 'sitting'>;
  itemId: string;
  concepts: readonly string[];
  answer: Answer;
  fraction: number;
  confidenceLevel: number;
  confidence: number;
  answeredAt: Date;
}

/**
 * A learner's answers in practice, cases and reviews of a course, in the order they were given, whenever they arrived;
 * the first per attempt and item counts.
 */
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
      kind: attempts.kind,
      startedAt: attempts.startedAt,
      wallTime: responses.wallTime,
      elapsedMs: responses.elapsedMs,
      clockOffsetMs: responses.clockOffsetMs,
      receivedAt: responses.receivedAt,
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
        ne(attempts.kind, 'sitting'),
        ...(courseId ? [eq(attempts.courseId, courseId)] : []),
      ),
    )
    .orderBy(asc(responses.deviceSequence), asc(responses.receivedAt), asc(responses.id));

  const seen = new Set<string>();
  const history: HistoryEntry[] = [];
  for (const row of rows) {
    const item = catalogue.items.get(row.itemId);
    const key = `${row.attemptId}/${row.itemId}`;
    if (!item || seen.has(key)) continue;
    seen.add(key);
    const { attemptId, itemId, answer, confidenceLevel, confidence, kind, startedAt } = row;
    history.push({
      attemptId,
      kind: kind as HistoryEntry['kind'],
      itemId,
      concepts: item.concepts,
      answer,
      fraction: scoreIfAnswerable(item, answer),
      confidenceLevel,
      confidence,
      // A device whose calendar is wrong answered no earlier than it began.
      answeredAt: new Date(Math.max(answeredAtOf(row, row).getTime(), startedAt.getTime())),
    });
  }
  return history.sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime());
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

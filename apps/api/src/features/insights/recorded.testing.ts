import { findExperiment } from '@puente/models/experiments';
import { readSettings, settingsText, type Settings } from '@puente/models/experiments/experiment';
import { randomUUID } from 'node:crypto';
import {
  attempts,
  newId,
  responses,
  sittings,
  unfoldedResponses,
  type InstitutionDatabase,
} from '@puente/database';
import { confidenceProbabilities, type Answer, type AttemptKind, type Wave } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';

export interface TestAttempt {
  id?: string;
  learnerKey: string;
  cohortId: string;
  kind: AttemptKind;
  contentId: string;
  items: string[];
  courseId?: string;
  sittingId?: string;
  wave?: Wave;
  startedAt: Date;
  closesAt?: Date;
  finishedAt?: Date;
}

export interface TestAnswer {
  attempt: { id: string; learnerKey: string; startedAt: Date };
  itemId: string;
  answer: Answer;
  /** 0 to 4; 2 unless told. */
  level?: number;
  sequence?: number;
  lease?: number;
  receivedAt?: Date;
  contentHash?: string;
}

const inChunks = async <Row>(
  rows: readonly Row[],
  write: (chunk: Row[]) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += 1000) await write(rows.slice(from, from + 1000));
};

export const addSitting = async (
  db: InstitutionDatabase,
  sitting: {
    cohortId: string;
    wave: Wave;
    forms: string[];
    opensAt: Date;
    closesAt: Date;
    durationMinutes?: number;
    courseId?: string;
    lateHours?: number;
    proctored?: boolean;
    demonstration?: boolean;
  },
): Promise<string> => {
  const [row] = await db
    .insert(sittings)
    .values({
      courseId: 'physiology',
      demonstration: true,
      assignmentSeed: 'test',
      createdBy: randomUUID(),
      ...sitting,
      institutionId: db.institutionId,
    })
    .returning({ id: sittings.id });
  return row!.id;
};

export const addAttempts = async (
  db: InstitutionDatabase,
  rows: readonly TestAttempt[],
): Promise<(TestAttempt & { id: string })[]> => {
  const withIds = rows.map((row) => ({ ...row, id: row.id ?? newId(row.startedAt.getTime()) }));
  await inChunks(withIds, (chunk) =>
    db.insert(attempts).values(
      chunk.map((row) => ({
        courseId: 'physiology',
        language: 'es' as const,
        seed: row.id,
        ...row,
        institutionId: db.institutionId,
      })),
    ),
  );
  return withIds;
};

/** Records answers as the API does: each response with its place in the queue. */
export const addAnswers = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  answers: readonly TestAnswer[],
): Promise<void> => {
  const rows = answers.map(
    ({ attempt, itemId, answer, level = 2, sequence = 1, lease = 1, receivedAt, contentHash }) => {
      const item = catalogue.items.get(itemId);
      const options = item && 'options' in item ? item.options.map((option) => option.id) : ['x'];
      const at = receivedAt ?? new Date(attempt.startedAt.getTime() + sequence * 1000);
      return {
        institutionId: db.institutionId,
        learnerKey: attempt.learnerKey,
        id: newId(at.getTime()),
        attemptId: attempt.id,
        itemId,
        contentHash: contentHash ?? item!.contentHash,
        payloadHash: 'p',
        language: 'es' as const,
        optionOrder: options,
        position: 1,
        exposure: 1,
        answer,
        confidenceLevel: level,
        confidence: confidenceProbabilities[level] ?? 1 / options.length,
        deviceSequence: sequence,
        wallTime: at,
        elapsedMs: sequence * 1000,
        clockOffsetMs: 0,
        shownMs: 900,
        lease,
        origin: 'online' as const,
        appVersion: 'test',
        schemaVersion: 1,
        receivedAt: at,
      };
    },
  );
  await inChunks(rows, async (chunk) => {
    await db.insert(responses).values(chunk);
    await db.insert(unfoldedResponses).values(
      chunk.map(({ institutionId, learnerKey, id, attemptId, itemId }) => ({
        institutionId,
        learnerKey,
        responseId: id,
        attemptId,
        itemId,
      })),
    );
  });
};

/** An answer to an item: the right one, or the nth wrong one; a challenge's wrong one is where it began. */
export const optionOf = (catalogue: Catalogue, itemId: string, right: boolean, nth = 0): string => {
  const item = catalogue.items.get(itemId)!;
  if (item.kind === 'case-decision') {
    const chosen = item.options.filter((option) => (option.fraction === 1) === right).at(right ? 0 : nth)!;
    return item.challenge ? settingsAnswer(item.challenge, chosen.solution) : chosen.id;
  }
  if (item.kind === 'challenge') return settingsAnswer(item, right ? item.solution : {});
  if (item.kind !== 'single-best-answer' && item.kind !== 'pick-on-a-figure')
    throw new Error(`${itemId} has no one right option`);
  return right ? item.key : item.options.filter((option) => option.id !== item.key)[nth]!.id;
};

const settingsAnswer = (
  { figure, view, from }: { figure: string; view: string; from: Settings },
  moved: Settings = {},
): string => {
  const { controls } = findExperiment(figure, view)!;
  return settingsText(controls, readSettings(controls, { ...from, ...moved }).settings);
};

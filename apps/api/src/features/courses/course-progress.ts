import { and, eq } from 'drizzle-orm';
import { attempts, lessonProgress, type InstitutionDatabase } from '@puente/database';
import type { AttemptKind } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { estimateConcepts, type Estimates } from '../attempts/concept-estimates.ts';
import { listLearnerHistory, type HistoryEntry } from '../attempts/learner-history.ts';

/** What a learner has done in the courses. */
export interface Progress {
  history: HistoryEntry[];
  estimates: Estimates;
  finishedLessons: Set<string>;
  /** Where each lesson was left. */
  places: Map<string, string>;
  finishedCases: Set<string>;
  /** Practices, cases and reviews that were begun and not ended, latest first. */
  unfinished: {
    id: string;
    kind: Exclude<AttemptKind, 'sitting'>;
    courseId: string;
    contentId: string;
    items: string[];
    startedAt: Date;
  }[];
}

export const noProgress = (): Progress => ({
  history: [],
  estimates: new Map(),
  finishedLessons: new Set(),
  places: new Map(),
  finishedCases: new Set(),
  unfinished: [],
});

export const getProgress = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  learnerKey: string,
): Promise<Progress> => {
  const history = await listLearnerHistory(db, catalogue, learnerKey);
  const lessons = await db
    .select({
      lessonId: lessonProgress.lessonId,
      finishedAt: lessonProgress.finishedAt,
      place: lessonProgress.place,
    })
    .from(lessonProgress)
    .where(
      and(eq(lessonProgress.institutionId, db.institutionId), eq(lessonProgress.learnerKey, learnerKey)),
    );
  const runs = await db
    .select({
      id: attempts.id,
      kind: attempts.kind,
      courseId: attempts.courseId,
      contentId: attempts.contentId,
      items: attempts.items,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
    })
    .from(attempts)
    .where(and(eq(attempts.institutionId, db.institutionId), eq(attempts.learnerKey, learnerKey)));
  return {
    history,
    estimates: estimateConcepts(history, catalogue),
    finishedLessons: new Set(lessons.filter((lesson) => lesson.finishedAt).map((lesson) => lesson.lessonId)),
    places: new Map(lessons.flatMap(({ lessonId, place }) => (place ? [[lessonId, place]] : []))),
    finishedCases: new Set(
      runs.filter((run) => run.kind === 'case' && run.finishedAt).map((run) => run.contentId),
    ),
    unfinished: runs
      .filter(
        (run): run is typeof run & { kind: Exclude<AttemptKind, 'sitting'> } =>
          run.kind !== 'sitting' && !run.finishedAt,
      )
      .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime()),
  };
};

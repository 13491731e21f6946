import {
  examDays,
  type AttemptKind,
  type Language,
  type ModuleMap,
  type NextStep,
  type OwnExam,
  type OwnSitting,
  type ReviewDose,
} from '@puente/schemas';
import type { Progress } from './course-progress.ts';

interface Facts {
  sittings: readonly OwnSitting[];
  progress: Pick<Progress, 'unfinished' | 'history'>;
  /** Open modules of the learner's courses, in order. */
  modules: readonly (ModuleMap & { courseId: string })[];
  espejismos: readonly { courseId: string; moduleId: string; conceptId: string; title: string }[];
  review: readonly ReviewDose[];
  /** Ahead, the nearest first. */
  exams: readonly OwnExam[];
  titleOf: (kind: Exclude<AttemptKind, 'sitting'>, contentId: string) => string | undefined;
  /** Asked inside a lesson, which is where they go on. */
  isCheck: (itemId: string) => boolean;
  language: Language;
  now: Date;
}

const dayMs = 24 * 3_600_000;
const practiceMinutes = 10;

/**
 * What comes next: a sitting that is open or opens within 24 hours, unfinished work, an espejismo that waits,
 * the day's review, what an exam within a week asks, then lesson by lesson, practice and case of the first module
 * that is not done.
 */
export const nextStep = ({
  sittings,
  progress,
  modules,
  espejismos,
  review,
  exams,
  titleOf,
  isCheck,
  now,
}: Facts): NextStep => {
  const sitting = sittings.find(
    (candidate) =>
      (candidate.attemptState === 'none' || candidate.attemptState === 'running') &&
      (candidate.state === 'open' ||
        (candidate.state === 'prepared' && new Date(candidate.opensAt).getTime() - now.getTime() < dayMs)),
  );
  if (sitting) return { kind: 'sitting', sitting };

  for (const attempt of progress.unfinished) {
    const title = titleOf(attempt.kind, attempt.contentId);
    const answered = new Set(
      progress.history.filter((entry) => entry.attemptId === attempt.id).map((entry) => entry.itemId),
    ).size;
    const recent = now.getTime() - attempt.startedAt.getTime() < 7 * dayMs;
    const begun = answered > 0 && (attempt.kind === 'case' || answered < attempt.items.length);
    if (!title || !recent || !begun || attempt.items.every(isCheck)) continue;
    const { id, kind, courseId, contentId, items } = attempt;
    return {
      kind: 'attempt',
      attemptId: id,
      attemptKind: kind,
      courseId,
      contentId,
      title,
      answered,
      items: items.length,
    };
  }

  const [espejismo] = espejismos;
  if (espejismo) {
    const { courseId, moduleId, conceptId, title } = espejismo;
    return { kind: 'espejismo', courseId, moduleId, conceptId, title };
  }

  const [dose] = review;
  if (dose) return { kind: 'review', ...dose };

  const near = exams.filter(({ days }) => days <= examDays);
  const met = new Set(progress.history.flatMap(({ concepts }) => concepts));
  for (const { courseId, days } of near) {
    for (const module of modules) {
      if (module.courseId !== courseId) continue;
      const wrong = module.concepts.find(({ id, state }) => state === 'missing' && met.has(id));
      if (wrong)
        return { kind: 'exam', courseId, moduleId: module.id, conceptId: wrong.id, title: wrong.title, days };
    }
  }
  const placeOf = (courseId: string) => {
    const place = near.findIndex((exam) => exam.courseId === courseId);
    return place < 0 ? near.length : place;
  };
  const inOrder = modules.toSorted((one, other) => placeOf(one.courseId) - placeOf(other.courseId));

  for (const module of inOrder) {
    const { courseId, id: moduleId } = module;
    const lesson = isTestedOut(module) ? undefined : module.lessons.find((candidate) => !candidate.finished);
    if (lesson)
      return {
        kind: 'lesson',
        courseId,
        moduleId,
        lessonId: lesson.id,
        title: lesson.title,
        minutes: lesson.minutes,
      };
    if (!practiceDone(module))
      return { kind: 'practice', courseId, moduleId, title: module.title, minutes: practiceMinutes };
    if (module.case && !module.case.finished) {
      return {
        kind: 'case',
        courseId,
        moduleId,
        caseId: module.case.id,
        title: module.case.title,
        minutes: module.case.minutes,
      };
    }
  }
  return { kind: 'done' };
};

/** Every plank lies, at a level from which the advanced opens: its lessons may be read, and nothing asks for it. */
const isTestedOut = (module: Pick<ModuleMap, 'concepts' | 'path'>): boolean =>
  module.path.kind === 'enrichment' && practiceDone(module);

/** A module's practice counts as done once every plank of its bridge lies. */
export const practiceDone = (module: Pick<ModuleMap, 'concepts'>): boolean =>
  module.concepts.every((concept) => concept.state === 'laid' || concept.state === 'gold');

export const stepsOf = (module: ModuleMap): { done: number; steps: number } => {
  const steps = [
    ...module.lessons.map((lesson) => lesson.finished),
    practiceDone(module),
    ...(module.case ? [module.case.finished] : []),
  ];
  return { done: steps.filter(Boolean).length, steps: steps.length };
};

import type { InstitutionDatabase } from '@puente/database';
import type { Language, Today } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { byConcept, findWaitingEspejismo } from '../attempts/concept-state.ts';
import { listExams } from '../exams/list-exams.ts';
import { showReminder } from '../reminders/show-reminder.ts';
import { readDayReview } from '../review/get-review.ts';
import { dayOf, localClock } from '../review/local-clock.ts';
import { listStandings } from '../selection/list-standings.ts';
import { listOwnSittings } from '../sittings/list-own-sittings.ts';
import { getProgress } from './course-progress.ts';
import { listTakenCourses } from './list-taken-courses.ts';
import { nextStep, stepsOf } from './next-step.ts';
import { showModule } from './show-course.ts';

/** The day's page of a student. */
export const getToday = async (
  db: InstitutionDatabase,
  actor: Actor,
  language: Language,
  context: Context,
): Promise<Today> => {
  const learnerKey = learnerKeyOf(actor);
  const { catalogue, now } = context;
  const { taken } = await listTakenCourses(db, learnerKey);
  const takenIds = new Set(taken);
  const courses = catalogue.courses.filter((course) => takenIds.has(course.id));
  const progress = await getProgress(db, catalogue, learnerKey);
  const sittings = await listOwnSittings(db, actor, language, context);
  const standings = await listStandings(db, actor);

  const modules = courses.flatMap((course) =>
    course.modules
      .filter((module) => module.status === 'open')
      .map((module) => ({ ...showModule(catalogue, module, progress, language), courseId: course.id })),
  );
  const espejismos = [...byConcept(progress.history)]
    .flatMap(([conceptId, entries]) => {
      const concept = catalogue.concepts.get(conceptId);
      const waiting = findWaitingEspejismo(entries);
      if (!waiting || !concept?.moduleId || !takenIds.has(concept.courseId)) return [];
      // What only announces a module cannot be practised there; the review asks it again.
      if (catalogue.announced.has(concept.moduleId)) return [];
      return [
        {
          courseId: concept.courseId,
          moduleId: concept.moduleId,
          conceptId,
          title: concept.title[language],
          since: waiting.answeredAt.toISOString(),
        },
      ];
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  const { dose, today, timeZone } = await readDayReview(db, taken, progress.history, language, context);
  const exams = await listExams(db, learnerKey, today, courses, language);
  const days = new Set(progress.history.map(({ answeredAt }) => dayOf(localClock(answeredAt, timeZone))));
  const reminder = await showReminder(db, learnerKey, days.size);
  const checks = new Set([...catalogue.lessons.values()].flatMap((lesson) => lesson.checks));
  const next = nextStep({
    sittings,
    progress,
    modules,
    espejismos,
    review: dose,
    exams,
    titleOf: (kind, id) =>
      (kind === 'case'
        ? catalogue.cases.get(id)
        : kind === 'review'
          ? catalogue.courses.find((course) => course.id === id)
          : catalogue.modules.get(id)
      )?.title[language],
    isCheck: (itemId) => checks.has(itemId),
    language,
    now,
  });
  const inHand =
    modules.find((module) => 'moduleId' in next && module.id === next.moduleId) ??
    modules.find((module) => {
      const { done, steps } = stepsOf(module);
      return done < steps;
    }) ??
    modules.at(-1) ??
    null;
  return {
    next,
    module: inHand,
    courses: courses.map((course) => {
      const own = modules.filter((module) => module.courseId === course.id).map(stepsOf);
      return {
        id: course.id,
        title: course.title[language],
        stepsDone: own.reduce((sum, { done }) => sum + done, 0),
        steps: own.reduce((sum, { steps }) => sum + steps, 0),
      };
    }),
    espejismos,
    review: dose,
    sittings,
    standings,
    exams,
    reminder,
  };
};

import type { CourseMap, Language, ModuleMap } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { byConcept, conceptState } from '../attempts/concept-state.ts';
import { practiceItemsOf } from '../attempts/start-practice.ts';
import { modulePath } from './module-path.ts';
import type { Progress } from './course-progress.ts';
import type { Wishes } from './module-wishes.ts';

type Course = Catalogue['courses'][number];
type Module = Course['modules'][number];

/** A module as its student sees it from outside: patient, bridge, steps. */
export const showModule = (
  catalogue: Catalogue,
  module: Module,
  progress: Progress,
  language: Language,
  wishes: Wishes = new Map(),
): ModuleMap => {
  const groups = byConcept(progress.history);
  const open = module.status === 'open' ? module : undefined;
  const last = new Map(progress.history.map((entry) => [entry.itemId, entry.fraction]));
  const practised = open ? practiceItemsOf(open) : [];
  const asked = module.status === 'open' ? module.practice : module.questions;
  return {
    id: module.id,
    status: module.status,
    title: module.title[language],
    patientName: module.patient.name,
    headline: module.patient.headline[language],
    facts: module.patient.facts[language],
    presentation: module.patient.presentation[language],
    question: module.patient.question[language],
    concepts: module.concepts.map((id) => ({
      id,
      title: catalogue.concepts.get(id)?.title[language] ?? id,
      state: conceptState(groups.get(id) ?? []),
      spent: isSpent(
        practised.filter((item) => item.concepts[0] === id),
        last,
      ),
    })),
    path: modulePath(catalogue, module, progress, language),
    lessons: (open?.lessons ?? []).map((lesson) => ({
      id: lesson.id,
      title: lesson.title[language],
      minutes: lesson.minutes,
      finished: progress.finishedLessons.has(lesson.id),
      place: progress.places.get(lesson.id) ?? null,
    })),
    case: open?.case
      ? {
          id: open.case.id,
          title: open.case.title[language],
          minutes: open.case.minutes,
          finished: progress.finishedCases.has(open.case.id),
        }
      : null,
    practice: { items: asked.length, met: asked.filter((item) => last.has(item.id)).length },
    wish: wishes.get(module.id) ?? { own: false, students: null },
  };
};

/** Nothing is left to ask: every question was met, and right when it was last asked. */
const isSpent = (items: readonly { id: string }[], last: ReadonlyMap<string, number>): boolean =>
  items.length > 0 && items.every(({ id }) => last.get(id) === 1);

export const showCourse = (
  catalogue: Catalogue,
  courseId: string,
  progress: Progress,
  wishes: Wishes,
  language: Language,
): CourseMap => {
  const course = catalogue.getCourse(courseId);
  const open = course.modules.find((module) => module.status === 'open');
  return {
    id: course.id,
    title: course.title[language],
    summary: course.summary[language],
    objectives: course.objectives.map(({ id, text }) => ({ id, text: text[language] })),
    modules: course.modules.map((module) => showModule(catalogue, module, progress, language, wishes)),
    sourcesNotConsulted: course.sources.filter((source) => !source.consulted).length,
    reviewStatus: open?.status === 'open' ? open.review.status : 'awaiting clinical review',
  };
};

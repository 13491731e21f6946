import type { Case, Content, Course, Figure, Item, Module } from '../content.ts';
import type { LessonEntry } from '../course-map.ts';
import { sourceEntry } from '../course-map.ts';
import type { Concept } from '../schemas/concepts.ts';
import type { Source } from '../schemas/source.ts';
import { type InLanguage, type Language, inLanguage } from '../text.ts';

/** A module as an enrolled student's device keeps it: one language, keys and reasons included. */
export interface PracticePackage {
  courseId: string;
  moduleId: string;
  language: Language;
  status: Module['status'];
  title: string;
  patient: InLanguage<Module['patient']>;
  concepts: PracticeConcept[];
  lessons: PracticeLesson[];
  items: PracticeItem[];
  case: PracticeCase | null;
  figures: PracticeFigure[];
  sources: InLanguage<Source>[];
}

export interface PracticeConcept extends InLanguage<Concept> {
  /** What the books of the other language call it. */
  other: { lang: Language; title: string };
}
export type PracticeItem = InLanguage<Item>;
export type PracticeCase = InLanguage<Case>;
export type PracticeFigure = InLanguage<Omit<Figure, 'svg'>>;
export interface PracticeLesson extends LessonEntry {
  checks: string[];
}

export function practicePackage(content: Content, moduleId: string, language: Language): PracticePackage {
  const { course, module } = getModule(content, moduleId);
  const say = <T>(value: T) => inLanguage(value, language);
  const other: Language = language === 'es' ? 'en' : 'es';
  const open = module.status === 'open' ? module : undefined;
  const asked = [...(module.status === 'open' ? module.practice : module.questions), ...module.challenges];
  // An assessment item that strays in here would give its key away.
  const items = asked.filter((item) => item.use === 'practice');
  return {
    courseId: course.id,
    moduleId: module.id,
    language,
    status: module.status,
    title: say(module.title),
    patient: say(module.patient),
    concepts: conceptsOf(course, module, items).map((concept) => ({
      ...say(concept),
      other: { lang: other, title: concept.title[other] },
    })),
    lessons: (open?.lessons ?? []).map((lesson) => ({
      id: lesson.id,
      title: say(lesson.title),
      minutes: lesson.minutes,
      concepts: lesson.concepts,
      checks: lesson.checks,
      sources: lesson.sources.map(sourceEntry),
    })),
    items: say(items),
    case: open?.case ? say(open.case) : null,
    figures: say((open?.figures ?? []).map(({ svg: _drawing, ...words }) => words)),
    sources: say(course.sources),
  };
}

function getModule(content: Content, moduleId: string): { course: Course; module: Module } {
  for (const course of content.courses) {
    const module = course.modules.find(({ id }) => id === moduleId);
    if (module) return { course, module };
  }
  throw new RangeError(`There is no module "${moduleId}". Name a module that a course.yaml lists.`);
}

/** The module's bridge, and whatever else its items or its case rest on. */
function conceptsOf(course: Course, module: Module, items: Item[]): Concept[] {
  const stages = module.status === 'open' ? (module.case?.stages ?? []) : [];
  const named = new Set([
    ...module.concepts,
    ...items.flatMap((item) => item.concepts),
    ...stages.flatMap((stage) => stage.decision?.concepts ?? []),
  ]);
  const byId = new Map(course.concepts.map((concept) => [concept.id, concept]));
  return [...named].flatMap((id) => byId.get(id) ?? []);
}

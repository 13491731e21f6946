import type { Course, Module } from './content.ts';
import type { SourceReference } from './schemas/source.ts';
import { type InLanguage, type Language, inLanguage } from './text.ts';

/** What anybody may see of a course: no prose, no item, no key. */
export interface CourseMap {
  id: string;
  language: Language;
  title: string;
  summary: string;
  objectives: { id: string; text: string }[];
  concepts: ConceptEntry[];
  modules: ModuleEntry[];
  sources: InLanguage<Course['sources']>;
}

export interface ConceptEntry {
  id: string;
  title: string;
  summary: string;
  prerequisites: string[];
}

export type ModuleEntry = OpenModuleEntry | AnnouncedModuleEntry;

interface ModuleFacts {
  id: string;
  title: string;
  patient: InLanguage<Module['patient']>;
  concepts: string[];
}

export interface OpenModuleEntry extends ModuleFacts {
  status: 'open';
  review: { status: 'awaiting clinical review' } | { status: 'reviewed'; by: string; on: string };
  lessons: LessonEntry[];
  case: CaseEntry | null;
  practiceItems: number;
}

export interface AnnouncedModuleEntry extends ModuleFacts {
  status: 'announced';
}

export interface LessonEntry {
  id: string;
  title: string;
  minutes: number;
  concepts: string[];
  sources: SourceEntry[];
}

export interface CaseEntry {
  id: string;
  title: string;
  minutes: number;
  setting: string;
  complaint: string;
  sources: SourceEntry[];
}

/** A source of the course, and where in it. */
export interface SourceEntry {
  id: string;
  place?: string;
}

export function courseMap(course: Course, language: Language): CourseMap {
  const say = <T>(value: T) => inLanguage(value, language);
  return {
    id: course.id,
    language,
    title: say(course.title),
    summary: say(course.summary),
    objectives: say(course.objectives),
    concepts: course.concepts.map((concept) => ({
      id: concept.id,
      title: say(concept.title),
      summary: say(concept.summary),
      prerequisites: concept.prerequisites,
    })),
    modules: course.modules.map((module) => moduleEntry(module, language)),
    sources: say(course.sources),
  };
}

function moduleEntry(module: Module, language: Language): ModuleEntry {
  const say = <T>(value: T) => inLanguage(value, language);
  const facts = {
    id: module.id,
    title: say(module.title),
    patient: say(module.patient),
    concepts: module.concepts,
  };
  if (module.status === 'announced') return { ...facts, status: 'announced' };
  return {
    ...facts,
    status: 'open',
    review: module.review,
    lessons: module.lessons.map((lesson) => ({
      id: lesson.id,
      title: say(lesson.title),
      minutes: lesson.minutes,
      concepts: lesson.concepts,
      sources: lesson.sources.map(sourceEntry),
    })),
    case: module.case
      ? {
          id: module.case.id,
          title: say(module.case.title),
          minutes: module.case.minutes,
          setting: say(module.case.setting),
          complaint: say(module.case.complaint),
          sources: module.case.sources.map(sourceEntry),
        }
      : null,
    practiceItems: module.practice.length,
  };
}

export function sourceEntry(reference: SourceReference): SourceEntry {
  return typeof reference === 'string' ? { id: reference } : reference;
}

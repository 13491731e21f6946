import type {
  AnnouncedModule,
  Answerable,
  Case,
  Content,
  Course,
  Lesson,
  Module,
  OpenModule,
} from '@puente/content/server';
import type { Language } from '@puente/schemas';
import { NotFound } from './errors.ts';

type Form = Course['assessment']['forms'][number];
type Concept = Course['concepts'][number];

/** The courses, indexed: made once at start. */
export interface Catalogue {
  courses: Course[];
  concepts: Map<string, Concept & { courseId: string; moduleId: string | null }>;
  items: Map<string, Answerable>;
  forms: Map<string, Form>;
  cases: Map<string, Case>;
  modules: Map<string, OpenModule>;
  /** Not yet written: a patient and two questions. */
  announced: Map<string, AnnouncedModule>;
  lessons: Map<string, Lesson & { courseId: string; moduleId: string }>;
  getCourse(id: string): Course;
  getModule(courseId: string, moduleId: string): OpenModule;
  /** Open or announced. */
  getAnyModule(courseId: string, moduleId: string): Module;
  getForm(id: string): Form;
}

const openModules = (course: Course): OpenModule[] =>
  course.modules.filter((module): module is OpenModule => module.status === 'open');

export const createCatalogue = (content: Content): Catalogue => {
  const items = new Map<string, Answerable>();
  const cases = new Map<string, Case>();
  const modules = new Map<string, OpenModule>();
  const announced = new Map<string, AnnouncedModule>();
  const lessons: Catalogue['lessons'] = new Map();
  const concepts: Catalogue['concepts'] = new Map();
  const forms = new Map<string, Form>();

  for (const course of content.courses) {
    for (const concept of course.concepts) {
      const home = course.modules.find((module) => module.concepts.includes(concept.id));
      concepts.set(concept.id, { ...concept, courseId: course.id, moduleId: home?.id ?? null });
    }
    for (const item of course.assessment.items) items.set(item.id, item);
    for (const form of course.assessment.forms) forms.set(form.id, form);
    for (const module of course.modules) {
      for (const item of module.challenges) items.set(item.id, item);
      if (module.status === 'open') continue;
      announced.set(module.id, module);
      for (const item of module.questions) items.set(item.id, item);
    }
    for (const module of openModules(course)) {
      modules.set(module.id, module);
      for (const item of module.practice) items.set(item.id, item);
      for (const lesson of module.lessons)
        lessons.set(lesson.id, { ...lesson, courseId: course.id, moduleId: module.id });
      if (!module.case) continue;
      cases.set(module.case.id, module.case);
      for (const stage of module.case.stages)
        if (stage.decision) items.set(stage.decision.id, stage.decision);
    }
  }

  const get = <T>(map: Map<string, T>, id: string, what: string): T => {
    const found = map.get(id);
    if (!found) throw new NotFound(what);
    return found;
  };

  const getModule = (courseId: string, moduleId: string): OpenModule => {
    const module = get(modules, moduleId, 'module');
    if (module.courseId !== courseId) throw new NotFound('module');
    return module;
  };

  return {
    courses: content.courses,
    concepts,
    items,
    forms,
    cases,
    modules,
    announced,
    lessons,
    getCourse: (id) => {
      const course = content.courses.find((candidate) => candidate.id === id);
      if (!course) throw new NotFound('course');
      return course;
    },
    getModule,
    getAnyModule: (courseId, moduleId) => {
      const module = announced.get(moduleId);
      return module?.courseId === courseId ? module : getModule(courseId, moduleId);
    },
    getForm: (id) => get(forms, id, 'form'),
  };
};

export const inLanguage = (text: Record<Language, string>, language: Language): string => text[language];

import type { CaseFile, DecisionFile, StageFile } from './schemas/case.ts';
import type { Concept } from './schemas/concepts.ts';
import type { CourseFile } from './schemas/course.ts';
import type { FigureFile } from './schemas/figure.ts';
import type { Form } from './schemas/forms.ts';
import type { ItemFile } from './schemas/item.ts';
import type { LessonFile } from './schemas/lesson.ts';
import type { AnnouncedModuleFile, OpenModuleFile } from './schemas/module.ts';
import type { Language } from './text.ts';

/** Everything in the courses, in the order that the parent files give. */
export interface Content {
  courses: Course[];
}

export interface Course extends Omit<CourseFile, 'modules'> {
  folder: string;
  concepts: Concept[];
  modules: Module[];
  assessment: Assessment;
}

export interface Assessment {
  items: Item[];
  forms: Form[];
}

export type Module = OpenModule | AnnouncedModule;

export interface OpenModule extends Omit<OpenModuleFile, 'lessons' | 'case'> {
  courseId: string;
  folder: string;
  caseId: string;
  lessons: Lesson[];
  practice: Item[];
  /** What figures ask on their own pages. */
  challenges: Item[];
  figures: Figure[];
  case?: Case;
}

export interface AnnouncedModule extends Omit<AnnouncedModuleFile, 'questions'> {
  courseId: string;
  folder: string;
  questions: Item[];
  challenges: Item[];
}

export interface Lesson extends LessonFile {
  folder: string;
  /** The Markdown of the lesson; a language is absent only where its file is. */
  prose: Partial<Record<Language, string>>;
}

export interface Figure extends FigureFile {
  name: string;
  svg: Partial<Record<Language, string>>;
}

interface Hashed {
  contentHash: string;
  scoringHash: string;
}

export type Item = ItemFile & Hashed & { courseId: string; moduleId: string | null };

export interface CaseDecision extends DecisionFile, Hashed {
  kind: 'case-decision';
  use: 'case';
  courseId: string;
  moduleId: string;
  caseId: string;
}

export interface Stage extends Omit<StageFile, 'decision'> {
  decision?: CaseDecision;
}

export interface Case extends Omit<CaseFile, 'stages'> {
  courseId: string;
  moduleId: string;
  contentHash: string;
  stages: Stage[];
}

/** Whatever is answered, recorded and scored. */
export type Answerable = Item | CaseDecision;

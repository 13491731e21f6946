import type { Course } from './content.ts';
import { wordCount } from './prose/word-count.ts';

export interface CourseSummary {
  id: string;
  modules: number;
  openModules: number;
  lessons: number;
  concepts: number;
  practiceItems: number;
  gainItems: number;
  sealedItems: number;
  cases: number;
  forms: number;
  /** Words of the lessons' prose. */
  words: { es: number; en: number };
}

export function summarise(course: Course): CourseSummary {
  const open = course.modules.filter((module) => module.status === 'open');
  const lessons = open.flatMap((module) => module.lessons);
  const { items, forms } = course.assessment;
  const words = (language: 'es' | 'en') =>
    lessons.reduce((sum, lesson) => sum + wordCount(lesson.prose[language] ?? ''), 0);
  return {
    id: course.id,
    modules: course.modules.length,
    openModules: open.length,
    lessons: lessons.length,
    concepts: course.concepts.length,
    practiceItems: open.reduce((sum, module) => sum + module.practice.length, 0),
    gainItems: items.filter((item) => item.use === 'gain').length,
    sealedItems: items.filter((item) => item.use === 'sealed').length,
    cases: open.filter((module) => module.case).length,
    forms: forms.length,
    words: { es: words('es'), en: words('en') },
  };
}

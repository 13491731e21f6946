import type { Component } from 'svelte';
import type { Lang } from '#lib/i18n.ts';

export interface LessonProse {
  default: Component;
  /** Titles of the steps; step n is the section `#step-n`. */
  steps: string[];
  /** Names of the figures, and ids of the concepts, that the prose asks for: to explain again, or to say what they are. */
  figures: string[];
  concepts: string[];
  terms?: string[];
}

interface Place {
  course: string;
  module: string;
  lang: Lang;
}

/** Keyed from the course's folder down, wherever the content lies. */
const fromCourse = <T>(depth: number, files: Record<string, () => Promise<T>>) =>
  new Map(Object.entries(files).map(([path, load]) => [path.split('/').slice(-depth).join('/'), load]));

const lessons = fromCourse(5, import.meta.glob<LessonProse>('#content/*/*/lessons/*/lesson.*.svx'));

const figures = fromCourse(
  4,
  import.meta.glob<string>('#content/*/*/figures/*.svg', { query: '?raw', import: 'default' }),
);

/** One chunk per lesson and language; undefined where nobody wrote it. */
export const loadLesson = ({ course, module, lang, lesson }: Place & { lesson: string }) =>
  lessons.get(`${course}/${module}/lessons/${lesson}/lesson.${lang}.svx`)?.();

export const loadFigure = ({ course, module, lang, figure }: Place & { figure: string }) =>
  figures.get(`${course}/${module}/figures/${figure}.${lang}.svg`)?.();

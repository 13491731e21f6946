import { error } from '@sveltejs/kit';
import { loadFigure, loadLesson } from '#lib/lesson/library.ts';
import { loadCohort } from '#lib/server/load-cohort.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import type { PageServerLoad } from './$types';

/** A concept's other explanations and the figure of its lesson, to project: `?module=` and `?concept=`. */
export const load: PageServerLoad = async (event) => {
  const { fetch, locals, url } = event;
  const { lang } = locals;
  const { cohort, course } = await loadCohort(event);
  const moduleId = url.searchParams.get('module');
  if (!moduleId) error(404, 'No module named');
  const module = await loadPackage(fetch, course.id, moduleId, lang);
  const concept = module.concepts.find(({ id }) => id === url.searchParams.get('concept'));
  if (!concept) error(404, 'Not a concept of this module');

  const lesson = module.lessons.find(({ concepts }) => concepts.includes(concept.id));
  const place = { course: course.id, module: moduleId, lang };
  const names = lesson ? ((await loadLesson({ ...place, lesson: lesson.id }))?.figures ?? []) : [];
  const figures = await Promise.all(
    names.map(async (name) => {
      const inWords = module.figures.find((figure) => figure.name === name);
      const svg = await loadFigure({ ...place, figure: name });
      return svg && inWords
        ? { id: name, title: inWords.title, words: inWords.words, table: inWords.table, svg }
        : undefined;
    }),
  );
  return {
    cohort,
    course,
    concept: { id: concept.id, title: concept.title, summary: concept.summary },
    explanations: concept.explanations ?? [],
    figures: figures.filter((figure) => figure !== undefined),
    lesson: lesson && { id: lesson.id, title: lesson.title },
  };
};

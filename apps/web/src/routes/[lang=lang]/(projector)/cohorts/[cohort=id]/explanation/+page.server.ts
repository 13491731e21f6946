import { error } from '@sveltejs/kit';
import { getExplanations } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { loadFigure, loadLesson } from '#lib/lesson/library.ts';
import { loadCohort } from '#lib/server/load-cohort.ts';
import type { PageServerLoad } from './$types';

/** A concept's other explanations and the figure of its lesson, to project: `?concept=`. */
export const load: PageServerLoad = async (event) => {
  const { fetch, locals, url } = event;
  const { lang } = locals;
  const { cohort, course } = await loadCohort(event);
  const wanted = url.searchParams.get('concept');
  if (!wanted) error(404, 'No concept named');
  const { concept, explanations, lesson, ...told } = await call(fetch, getExplanations, {
    params: { cohortId: cohort.id, conceptId: wanted },
    query: { course: course.id, language: lang },
  });
  const place = { course: course.id, module: lesson?.moduleId ?? '', lang };
  const names = lesson ? ((await loadLesson({ ...place, lesson: lesson.id }))?.figures ?? []) : [];
  const figures = await Promise.all(
    names.map(async (name) => {
      const inWords = told.figures.find((figure) => figure.name === name);
      const svg = await loadFigure({ ...place, figure: name });
      return svg && inWords
        ? { id: name, title: inWords.title, words: inWords.words, table: inWords.table, svg }
        : undefined;
    }),
  );
  return {
    cohort,
    course,
    concept,
    explanations,
    figures: figures.filter((figure) => figure !== undefined),
  };
};

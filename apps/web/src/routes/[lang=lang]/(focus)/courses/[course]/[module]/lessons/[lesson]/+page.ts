import { error } from '@sveltejs/kit';
import type { LessonFigure } from '#lib/lesson/context.ts';
import { loadFigure, loadLesson } from '#lib/lesson/library.ts';
import { loadArt } from '#lib/question/art.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, data }) => {
  const prose = await loadLesson(params);
  if (!prose) error(404, 'No such lesson');
  const figures = await Promise.all(
    data.figures.map(
      async ({ name, title, words, table, play }): Promise<[string, LessonFigure] | undefined> => {
        const svg = await loadFigure({ ...params, figure: name });
        return svg === undefined
          ? undefined
          : [name, { title, words, svg, ...(table && { table }), ...(play && { play }) }];
      },
    ),
  );
  const art = await loadArt(data.attempt?.items ?? [], params);
  return {
    ...data,
    art,
    Prose: prose.default,
    steps: prose.steps,
    figures: new Map(figures.filter((figure) => figure !== undefined)),
  };
};

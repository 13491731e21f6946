import { error } from '@sveltejs/kit';
import { loadFigure, loadLesson } from '#lib/lesson/library.ts';
import { loadArt } from '#lib/question/art.ts';
import type { load as read } from './+page.server.ts';

type Read = ReturnType<typeof read>;

export const load = async ({
  params,
  data,
}: {
  params: Parameters<typeof read>[0]['params'];
  data: Read;
}) => {
  const prose = await loadLesson(params);
  if (!prose) error(404, 'No such lesson');
  const figures = await Promise.all(
    data.sent.figures.map(async ({ name, title, words, table, play }) => {
      const svg = (await loadFigure({ ...params, figure: name })) ?? '';
      return [name, { title, words, svg, ...(table && { table }), ...(play && { play }) }] as const;
    }),
  );
  const art = await loadArt(
    data.items.filter(({ id }) => data.lesson.checks.includes(id)),
    params,
  );
  return { ...data, art, Prose: prose.default, figures: new Map(figures) };
};

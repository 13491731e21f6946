import { error } from '@sveltejs/kit';
import { askedOf, findFigure, findView, opening } from '@puente/figures';
import { firstRuns } from '@puente/figures/runner.svelte.ts';
import type { PageLoad } from './$types';

/** Of the open pages these alone need a script: to be played with. Without one, forms and links draw them anew. */
export const csr = true;

export const load: PageLoad = async ({ params, url }) => {
  const entry = findFigure(params.figure);
  if (!entry) error(404, 'No such figure');
  const { figure } = await entry.load();
  const asked = askedOf(url.searchParams);
  const view = findView(figure, asked.view);
  const first = await firstRuns(view, opening(view, asked.preset, asked.settings).settings);
  return { figure, view, asked, first };
};

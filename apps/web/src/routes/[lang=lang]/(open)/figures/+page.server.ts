import { figures } from '@puente/figures';
import { findViews } from './find-views.ts';
import type { PageServerLoad } from './$types';

/** Every figure's own words are read here, so that the page needs no script to be searched. */
export const load: PageServerLoad = async ({ params, url }) => {
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
  const described = await Promise.all(
    figures.map(async ({ about, load: fetchFigure }) => ({ about, figure: (await fetchFigure()).figure })),
  );
  return { search, found: findViews(described, params.lang, search), origin: url.origin };
};

import { loadArt } from '#lib/question/art.ts';
import type { PageLoad } from './$types';

/** The end is another page's worth of script: it comes once there is an end to show. */
export const load: PageLoad = async ({ data, params }) => {
  const { default: End } =
    data.next || data.attempt.items.length === 0 ? await import('./PracticeEnd.svelte') : {};
  const { courseId, id } = data.module;
  const art = await loadArt(data.attempt.items, { course: courseId, module: id, lang: params.lang });
  return { ...data, art, End };
};

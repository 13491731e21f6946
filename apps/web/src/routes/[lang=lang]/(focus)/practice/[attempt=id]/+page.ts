import type { PageLoad } from './$types';

/** The end is another page's worth of script: it comes once there is an end to show. */
export const load: PageLoad = async ({ data }) => {
  const { default: End } =
    data.next || data.attempt.items.length === 0 ? await import('./PracticeEnd.svelte') : {};
  return { ...data, End };
};

import type { PageLoad } from './$types';

/** The debrief is another page's worth of script: it comes once the case may have ended. */
export const load: PageLoad = async ({ data }) => {
  const { default: Debrief } = data.open ? {} : await import('./CaseDebrief.svelte');
  return { ...data, Debrief };
};

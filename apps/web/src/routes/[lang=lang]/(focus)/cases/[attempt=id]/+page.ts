import { loadArt, needsArt } from '#lib/question/art.ts';
import type { PageLoad } from './$types';

/** The debrief is another page's worth of script: it comes once the case may have ended. */
export const load: PageLoad = async ({ data }) => {
  const art = await loadArt(data.attempt.items.filter(needsArt), data.place);
  const { default: Debrief } = data.open ? {} : await import('./CaseDebrief.svelte');
  return { ...data, art, Debrief };
};

import { loadArt } from '#lib/question/art.ts';
import type { PageLoad } from './$types';

/** The end is another page's worth of script: it comes once there is an end to show. */
export const load: PageLoad = async ({ data, params }) => {
  const { default: End } =
    data.next || data.attempt.items.length === 0 ? await import('./PracticeEnd.svelte') : {};
  // Of the question that is asked first, and of the one whose answer a form came back to; the next as it is neared.
  const open = data.attempt.items.find((item) => item.id === data.fields.itemId);
  const shown = data.attempt.items.filter((item) => item === open || item.id === data.shown);
  const ended = !open && data.attempt.items.filter(({ challenge, kind }) => challenge || kind === 'numeric');
  const place = { course: data.courseId, module: data.attempt.contentId, lang: params.lang };
  const art = await loadArt([...shown, ...(ended || [])], place);
  return { ...data, art, End };
};

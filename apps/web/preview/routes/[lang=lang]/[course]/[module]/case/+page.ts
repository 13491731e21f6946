import { loadArt, needsArt } from '#lib/question/art.ts';
import type { load as read } from './+page.server.ts';

export const load = async ({
  params,
  data,
}: {
  params: Parameters<typeof read>[0]['params'];
  data: ReturnType<typeof read>;
}) => ({ ...data, art: await loadArt(data.items.filter(needsArt), params) });

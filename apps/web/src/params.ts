import { defineParams } from '@sveltejs/kit/params';
import type { Lang } from '#lib/i18n.ts';

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const params = defineParams({
  /** What cannot be an id is no address of ours: not found, rather than refused by the API. */
  id: (param) => (uuid.test(param) ? param : undefined),
  // The stated type keeps `{ language: params.lang }` from widening to string.
  lang: (param): Lang | undefined => (param === 'es' || param === 'en' ? param : undefined),
});

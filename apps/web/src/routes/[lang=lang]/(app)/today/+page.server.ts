import { getToday } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const today = await call(fetch, getToday, { query: { language: params.lang } });
  return { today, timeZone: me.institution.timeZone };
};

import { getStanding } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

/** Only to be read: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const standing = await call(fetch, getStanding, { params: { roundId: params.round } });
  return { standing, timeZone: me.institution.timeZone };
};

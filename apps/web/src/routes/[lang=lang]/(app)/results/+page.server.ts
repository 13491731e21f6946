import { getResults, listOwnRounds } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

/** Only to be read: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const [results, { rounds }] = await Promise.all([
    call(fetch, getResults, { query: { language: params.lang } }),
    call(fetch, listOwnRounds),
  ]);
  return { results, rounds: rounds.filter(({ applied }) => applied), timeZone: me.institution.timeZone };
};

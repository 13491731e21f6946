import { getToday, listOwnRounds } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const [today, { rounds }] = await Promise.all([
    call(fetch, getToday, { query: { language: params.lang } }),
    call(fetch, listOwnRounds),
  ]);
  // A round that is over and was not one's own is no news.
  const shown = rounds.filter(({ applied, applicationsOpen }) => applied || applicationsOpen);
  return { today, rounds: shown, timeZone: me.institution.timeZone, account: me.membershipId };
};

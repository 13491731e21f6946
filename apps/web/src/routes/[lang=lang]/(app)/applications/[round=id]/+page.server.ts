import { redirect } from '@sveltejs/kit';
import { askGuardian, getOwnRound, withdraw } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** To read, with two forms of one button each: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const { institution } = requireRole(locals, 'student');
  const own = await call(fetch, getOwnRound, { params: { roundId: params.round } });
  return { own, institution };
};

export const actions: Actions = {
  guardian: async ({ fetch, locals, params, url }) => {
    requireRole(locals, 'student');
    try {
      const { token, expiresAt } = await call(fetch, askGuardian, { params: { roundId: params.round } });
      return { link: { address: `${url.origin}/${locals.lang}/guardian/${token}`, expiresAt } };
    } catch (caught) {
      return refuse(caught, {}, 'guardian');
    }
  },
  withdraw: async ({ fetch, locals, params }) => {
    requireRole(locals, 'student');
    try {
      await call(fetch, withdraw, { params: { roundId: params.round } });
    } catch (caught) {
      return refuse(caught, {}, 'withdraw');
    }
    redirect(303, `/${locals.lang}/applications/${params.round}`);
  },
};

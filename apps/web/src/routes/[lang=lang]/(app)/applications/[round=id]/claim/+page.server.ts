import { redirect } from '@sveltejs/kit';
import { getOwnResult, makeClaim } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const { institution } = requireRole(locals, 'student');
  const { round, code, claims, claimsUntil, mayClaim } = await call(fetch, getOwnResult, {
    params: { roundId: params.round },
  });
  return {
    round,
    code,
    claims,
    claimsUntil,
    mayClaim,
    timeZone: institution.timeZone,
  };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'student');
    const typed = await readForm(request);
    try {
      await call(fetch, makeClaim, { params: { roundId: params.round }, body: { text: typed.text ?? '' } });
    } catch (caught) {
      return refuse(caught, typed);
    }
    redirect(303, `/${locals.lang}/applications/${params.round}/claim`);
  },
};

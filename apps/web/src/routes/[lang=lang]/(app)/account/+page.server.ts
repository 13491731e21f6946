import { redirect } from '@sveltejs/kit';
import { switchMembership, type Me } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { homeOf, requireMe } from '#lib/server/guard.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  switch: async ({ fetch, request, locals }) => {
    requireMe(locals);
    const form = await readForm(request);
    let me: Me;
    try {
      me = await call(fetch, switchMembership, { body: { membershipId: form.membershipId ?? '' } });
    } catch (caught) {
      return refuse(caught, form, 'switch');
    }
    redirect(303, homeOf(me, locals.lang));
  },
};

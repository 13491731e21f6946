import { redirect } from '@sveltejs/kit';
import { signOut } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { Problem } from '#lib/problem.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ fetch, cookies, locals }) => {
    try {
      await call(fetch, signOut);
    } catch (caught) {
      // Whoever is already out is out: only the cookies are left to forget.
      if (!(caught instanceof Problem)) throw caught;
      cookies.delete('puente_access');
      cookies.delete('puente_refresh');
    }
    redirect(303, `/${locals.lang}`);
  },
};

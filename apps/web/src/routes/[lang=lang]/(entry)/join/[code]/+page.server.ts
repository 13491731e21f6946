import { isHttpError, redirect } from '@sveltejs/kit';
import { getJoin, join, joinSignedIn, type Me } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { Problem, readForm, refuse } from '#lib/problem.ts';
import { homeOf, requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  try {
    return { cohort: await call(fetch, getJoin, { params: { code: params.code } }) };
  } catch (caught) {
    // A code of the wrong shape is no more than a code that opens nothing.
    if (caught instanceof Problem || isHttpError(caught, 404)) return { cohort: null };
    throw caught;
  }
};

export const actions: Actions = {
  join: async ({ fetch, request, params, locals }) => {
    const form = await readForm(request);
    const { givenNames = '', firstSurname = '', secondSurname, studentCode = '', password = '' } = form;
    let me: Me;
    try {
      me = await call(fetch, join, {
        params: { code: params.code },
        body: { givenNames, firstSurname, secondSurname: secondSurname || undefined, studentCode, password },
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, homeOf(me, locals.lang));
  },
  enrol: async ({ fetch, params, locals }) => {
    const me = requireRole(locals, 'student');
    try {
      await call(fetch, joinSignedIn, { body: { code: params.code } });
    } catch (caught) {
      return refuse(caught, {});
    }
    redirect(303, homeOf(me, locals.lang));
  },
};

import { redirect } from '@sveltejs/kit';
import { activate, type Me } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { homeOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  institution: url.searchParams.get('institution') ?? '',
  who: url.searchParams.get('student') ?? '',
});

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    const form = await readForm(request);
    const { institution = '', who = '', code = '', password = '' } = form;
    // Students activate with their code, everybody else with their e-mail.
    const person = who.includes('@') ? { email: who } : { studentCode: who };
    let me: Me;
    try {
      me = await call(fetch, activate, {
        body: { institution: institution.toLowerCase(), ...person, code, password },
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, homeOf(me, locals.lang));
  },
};

import { redirect } from '@sveltejs/kit';
import { signIn, type Me } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { homeOf, safePath } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = safePath(url.searchParams.get('next'));
  if (locals.me) redirect(303, next ?? homeOf(locals.me, locals.lang));
  return { next, institution: url.searchParams.get('institution') ?? '' };
};

export const actions: Actions = {
  email: async ({ fetch, request, locals }) => {
    const form = await readForm(request);
    const { email = '', password = '' } = form;
    let me: Me;
    try {
      me = await call(fetch, signIn, { body: { email, password } });
    } catch (caught) {
      return refuse(caught, form, 'email');
    }
    redirect(303, safePath(form.next) ?? homeOf(me, locals.lang));
  },
  code: async ({ fetch, request, locals }) => {
    const form = await readForm(request);
    const { institution = '', studentCode = '', password = '' } = form;
    let me: Me;
    try {
      me = await call(fetch, signIn, {
        body: { institution: institution.toLowerCase(), studentCode, password },
      });
    } catch (caught) {
      return refuse(caught, form, 'code');
    }
    redirect(303, safePath(form.next) ?? homeOf(me, locals.lang));
  },
};

import { redirect } from '@sveltejs/kit';
import { getLinkPreview, signIn, type Me } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { homeOf, safePath } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const shared = /^\/(?:es|en)\/courses\/([\w-]+)\/([\w-]+)(?:\/lessons\/([\w-]+))?/;

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const next = safePath(url.searchParams.get('next'));
  if (locals.me) redirect(303, next ?? homeOf(locals.me, locals.lang));
  // A link that was shared leads here: what previews it reads this page.
  const [, courseId, moduleId, lessonId] = shared.exec(next ?? '') ?? [];
  const preview =
    courseId && moduleId
      ? await call(fetch, getLinkPreview, {
          params: { courseId, moduleId },
          query: { language: locals.lang, ...(lessonId && { lessonId }) },
        }).catch(() => null)
      : null;
  return {
    next,
    institution: url.searchParams.get('institution') ?? '',
    preview,
    picture: `${url.origin}/preview.png`,
  };
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

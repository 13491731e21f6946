import type { OpenCase } from '@puente/content';
import { getOpenCase } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readAnswer } from '#lib/question/question.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => ({
  story: (await call(fetch, getOpenCase, {
    params: { courseId: params.course },
    query: { language: params.lang },
  })) as OpenCase,
  address: url.origin + url.pathname,
  preview: `${url.origin}/preview.png`,
  learns: locals.me?.role === 'student',
});

/** Nobody is signed in: the answer is shown back, and kept nowhere. */
export const actions: Actions = {
  answer: async ({ request }) => ({ given: readAnswer(await request.formData()) ?? null }),
};

import { redirect } from '@sveltejs/kit';
import { getReview, startPractice } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import { newId } from '#lib/state/new-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  requireRole(locals, 'student');
  return { review: await call(fetch, getReview, { query: { language: params.lang } }) };
};

export const actions: Actions = {
  default: async ({ fetch, locals, params, url }) => {
    requireRole(locals, 'student');
    const attemptId = newId();
    const courseId = url.searchParams.get('course') ?? '';
    const size = Number(url.searchParams.get('size')) || undefined;
    try {
      await call(fetch, startPractice, {
        params: { attemptId },
        body: {
          kind: 'review',
          courseId,
          contentId: courseId,
          language: params.lang,
          ...(size && { size }),
        },
      });
    } catch (caught) {
      return refuse(caught, {});
    }
    redirect(303, `/${params.lang}/practice/${attemptId}`);
  },
};

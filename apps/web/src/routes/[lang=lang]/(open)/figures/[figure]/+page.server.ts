import { redirect } from '@sveltejs/kit';
import { listFigureChallenges, startPractice } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import { newId } from '#lib/state/new-id.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** A view's challenge on record: as a question of its module, with a confidence before what happens is seen. */
  record: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'student');
    const view = String((await request.formData()).get('view') ?? '');
    const { challenges } = await call(fetch, listFigureChallenges, { params: { figure: params.figure } });
    const challenge = challenges.find((one) => one.view === view);
    if (!challenge) return { notTaken: view };
    const { courseId, moduleId, itemId } = challenge;
    const attemptId = newId();
    await call(fetch, startPractice, {
      params: { attemptId },
      body: { kind: 'practice', courseId, contentId: moduleId, language: params.lang, items: [itemId] },
    });
    redirect(303, `/${params.lang}/practice/${attemptId}`);
  },
};

import { error, redirect } from '@sveltejs/kit';
import { getCourse, startPractice } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import { newId } from '#lib/state/new-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  requireRole(locals, 'student');
  const [course, modulePackage] = await Promise.all([
    call(fetch, getCourse, { params: { courseId: params.course }, query: { language: params.lang } }),
    loadPackage(fetch, params.course, params.module, params.lang),
  ]);
  const story = modulePackage.case;
  if (!story) error(404, 'No such case');
  const { id, title, minutes, setting, complaint } = story;
  return {
    courseTitle: course.title,
    story: { id, title, minutes, setting, complaint },
    patient: modulePackage.patient.name,
    finished: course.modules.some((module) => module.case?.id === id && module.case.finished),
  };
};

export const actions: Actions = {
  default: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'student');
    const caseId = String((await request.formData()).get('case') ?? '');
    const attemptId = newId();
    try {
      await call(fetch, startPractice, {
        params: { attemptId },
        body: { kind: 'case', courseId: params.course, contentId: caseId, language: params.lang },
      });
    } catch (caught) {
      return refuse(caught, {});
    }
    redirect(303, `/${params.lang}/cases/${attemptId}`);
  },
};

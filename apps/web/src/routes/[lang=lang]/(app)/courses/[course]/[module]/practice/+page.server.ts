import { error, redirect } from '@sveltejs/kit';
import { getCourse, startPractice } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import { newId } from '#lib/state/new-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  requireRole(locals, 'student');
  const course = await call(fetch, getCourse, {
    params: { courseId: params.course },
    query: { language: params.lang },
  });
  const module = course.modules.find(({ id }) => id === params.module);
  if (!module) error(404, 'No such module to practise');
  if (module.status === 'announced') redirect(303, `/${params.lang}/courses/${params.course}/${module.id}`);
  const concept = module.concepts.find(({ id }) => id === url.searchParams.get('concept'));
  return { courseTitle: course.title, module, concept };
};

export const actions: Actions = {
  default: async ({ fetch, locals, params, url }) => {
    requireRole(locals, 'student');
    const attemptId = newId();
    const concept = url.searchParams.get('concept') || undefined;
    const testOut = url.searchParams.has('test-out');
    const size = Number(url.searchParams.get('size')) || undefined;
    try {
      await call(fetch, startPractice, {
        params: { attemptId },
        body: {
          kind: 'practice',
          courseId: params.course,
          contentId: params.module,
          language: params.lang,
          ...(concept && { concept }),
          ...(size && { size }),
          ...(testOut && { testOut }),
        },
      });
    } catch (caught) {
      return refuse(caught, {});
    }
    redirect(303, `/${params.lang}/practice/${attemptId}`);
  },
};

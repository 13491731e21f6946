import { error, redirect } from '@sveltejs/kit';
import { getCourse, startPractice, wishForModule } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { refuse } from '#lib/problem.ts';
import { requireMe, requireRole } from '#lib/server/guard.ts';
import { newId } from '#lib/state/new-id.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only what is announced has a page of its own; an open module is a part of its course's map. */
export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireMe(locals);
  const course = await call(fetch, getCourse, {
    params: { courseId: params.course },
    query: { language: params.lang },
  });
  const module = course.modules.find(({ id }) => id === params.module);
  if (!module) error(404, 'No such module');
  if (module.status === 'open') redirect(303, `/${params.lang}/courses/${params.course}#${params.module}`);
  return { courseTitle: course.title, module, learns: me.role === 'student' };
};

export const actions: Actions = {
  begin: async ({ fetch, locals, params }) => {
    requireRole(locals, 'student');
    const attemptId = newId();
    const body = {
      kind: 'practice',
      courseId: params.course,
      contentId: params.module,
      language: params.lang,
    } as const;
    try {
      await call(fetch, startPractice, { params: { attemptId }, body });
    } catch (caught) {
      return refuse(caught, {}, 'begin');
    }
    redirect(303, `/${params.lang}/practice/${attemptId}`);
  },
  wish: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'student');
    const wanted = (await request.formData()).get('wanted') === 'yes';
    try {
      await call(fetch, wishForModule, {
        params: { courseId: params.course, moduleId: params.module },
        body: { wanted },
      });
    } catch (caught) {
      return refuse(caught, {}, 'wish');
    }
    return undefined;
  },
};

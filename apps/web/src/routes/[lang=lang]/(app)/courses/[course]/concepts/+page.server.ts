import { drawConceptMap } from '@puente/content';
import { getConceptMap } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'faculty', 'staff', 'admin');
  const { title, modules, concepts } = await call(fetch, getConceptMap, {
    params: { courseId: params.course },
    query: { language: params.lang },
  });
  return {
    courseTitle: title,
    modules,
    drawing: drawConceptMap(concepts, params.lang),
    teaches: me.role === 'faculty',
  };
};

import { getCourse } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireMe } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireMe(locals);
  const course = await call(fetch, getCourse, {
    params: { courseId: params.course },
    query: { language: params.lang },
  });
  return { course, learns: me.role === 'student' };
};

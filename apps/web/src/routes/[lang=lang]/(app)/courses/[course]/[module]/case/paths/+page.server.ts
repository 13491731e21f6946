import { error } from '@sveltejs/kit';
import { drawCase } from '@puente/content';
import { getCourse } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  requireRole(locals, 'faculty');
  const { lang, course, module } = params;
  const [{ title }, { case: story }] = await Promise.all([
    call(fetch, getCourse, { params: { courseId: course }, query: { language: lang } }),
    loadPackage(fetch, course, module, lang),
  ]);
  if (!story) error(404, 'No such case');
  return { courseTitle: title, drawing: drawCase(story, lang) };
};

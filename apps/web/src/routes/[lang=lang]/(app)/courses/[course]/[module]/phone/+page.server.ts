import { error } from '@sveltejs/kit';
import { getCourse } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const [course, { figures, items }] = await Promise.all([
    call(fetch, getCourse, { params: { courseId: params.course }, query: { language: params.lang } }),
    loadPackage(fetch, params.course, params.module, params.lang),
  ]);
  const module = course.modules.find(({ id }) => id === params.module);
  if (!module || module.status === 'announced') error(404, 'No such module');
  const played = [
    ...figures.flatMap(({ play }) => play?.figure ?? []),
    ...items.flatMap((item) => (item.kind === 'challenge' ? item.figure : [])),
  ];
  return {
    course: { id: course.id, title: course.title },
    lessons: module.lessons.map(({ id, title, minutes }) => ({ id, title, minutes })),
    practiceItems: module.practice.items,
    story: module.case && { title: module.case.title, minutes: module.case.minutes },
    offer: {
      course: course.id,
      module: module.id,
      lang: params.lang,
      title: module.title,
      lessons: module.lessons.map(({ id }) => id),
      figures: [...new Set(played)],
    },
    account: me.membershipId,
    timeZone: me.institution.timeZone,
  };
};

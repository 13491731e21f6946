import { error } from '@sveltejs/kit';
import { calibratedWithin, enrichFrom, getCourse, reinforceBelow } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadPackage } from '#lib/server/module-package.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  requireRole(locals, 'student');
  const language = params.lang;
  const course = await call(fetch, getCourse, { params: { courseId: params.course }, query: { language } });
  const module = course.modules.find(({ id }) => id === params.module);
  if (!module || module.status === 'announced') error(404, 'No such module');
  // What a concept rests on may lie in an earlier module.
  const moduleIds = [...new Set([module.id, ...module.path.first.map(({ moduleId }) => moduleId)])].filter(
    (id) => course.modules.some((one) => one.id === id && one.status === 'open'),
  );
  const packages = await Promise.all(moduleIds.map((id) => loadPackage(fetch, course.id, id, language)));
  const known = new Map(packages.flatMap(({ concepts }) => concepts.map((concept) => [concept.id, concept])));
  return {
    course: { id: course.id, title: course.title },
    module: { title: module.title, caseTitle: module.case?.title },
    path: module.path,
    rule: { reinforceBelow, enrichFrom, calibratedWithin },
    first: module.path.first.map(({ id, title, moduleId }) => ({
      id,
      title,
      moduleId,
      explanation: known.get(id)?.explanations?.at(-1),
    })),
    further: module.concepts.flatMap(({ id, title }) => {
      const text = known.get(id)?.enrichment;
      return text ? [{ id, title, text }] : [];
    }),
  };
};

import { error } from '@sveltejs/kit';
import { getCohort, type Cohort } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { Lang } from '#lib/i18n.ts';
import { requireRole } from '#lib/server/guard.ts';

interface Event {
  fetch: typeof globalThis.fetch;
  locals: App.Locals;
  params: { cohort: string };
  url: URL;
}

const namedIn = (lang: Lang, { courses, ...cohort }: Cohort) => ({
  ...cohort,
  courses: courses.map(({ id, title }) => ({ id, title: title[lang] })),
});

/** The section that a page is about, and which of its courses: `?course=`, else the first. */
export const loadCohort = async ({ fetch, locals, params, url }: Event) => {
  const me = requireRole(locals, 'faculty', 'staff', 'admin');
  const cohort = namedIn(locals.lang, await call(fetch, getCohort, { params: { cohortId: params.cohort } }));
  const wanted = url.searchParams.get('course');
  const course = wanted ? cohort.courses.find(({ id }) => id === wanted) : cohort.courses[0];
  if (!course) error(404, 'Not a course of this cohort');
  return { cohort, course, timeZone: me.institution.timeZone };
};

export type CohortInView = Awaited<ReturnType<typeof loadCohort>>;

import { listApplications, listCourses } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

/** Only to be read: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const [{ applications }, { courses }] = await Promise.all([
    call(fetch, listApplications, { params: { roundId: params.round } }),
    call(fetch, listCourses),
  ]);
  return {
    applications,
    titles: Object.fromEntries(courses.map(({ id, title }) => [id, title[locals.lang]])),
  };
};

import { listCohorts } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { role } = requireRole(locals, 'faculty', 'staff', 'admin');
  const { cohorts } = await call(fetch, listCohorts);
  return {
    own: role === 'faculty',
    cohorts: cohorts.map(({ courses, ...cohort }) => ({
      ...cohort,
      courses: courses.map(({ title }) => title[locals.lang]).join(', '),
    })),
  };
};

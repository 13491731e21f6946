import { getCohortInsights } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, parent }) => {
  const { cohort, course } = await parent();
  const { asOf, gain, calibration, ...insights } = await call(fetch, getCohortInsights, {
    params: { cohortId: cohort.id },
    query: { course: course.id },
  });
  return { asOf, gain, calibration, synthetic: insights.cohort.synthetic };
};

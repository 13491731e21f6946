import { getCohortInsights } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, parent }) => {
  const { cohort, course, me } = await parent();
  const { asOf, pending, gain, calibration, ...insights } = await call(fetch, getCohortInsights, {
    params: { cohortId: cohort.id },
    query: { course: course.id },
  });
  return {
    asOf,
    pending,
    gain,
    calibration,
    synthetic: insights.cohort.synthetic,
    comparison: cohort.comparison,
    /** Only before the term's first answers can a lot still be drawn; the page behind the link says so. */
    mayDraw: me.role === 'staff' && !cohort.comparison && !gain.comparison,
  };
};

import { getCohortInsights } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals: { lang }, parent }) => {
  const { cohort, course } = await parent();
  const { asOf, concepts, ...insights } = await call(fetch, getCohortInsights, {
    params: { cohortId: cohort.id },
    query: { course: course.id },
  });
  return {
    asOf,
    synthetic: insights.cohort.synthetic,
    concepts: concepts.map(
      ({ conceptId, title, learners, rightShare, sureAndWrongLearners, sureAndWrongShare, interval }) => ({
        conceptId,
        title: title[lang],
        learners,
        rightShare,
        sureAndWrongLearners,
        sureAndWrongShare,
        interval,
      }),
    ),
  };
};

import { downloadItems } from '@puente/schemas';
import { callFile } from '#lib/api.ts';
import { loadCohort } from '#lib/server/load-cohort.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { cohort, course } = await loadCohort(event);
  return callFile(event.fetch, downloadItems, {
    params: { cohortId: cohort.id },
    query: { course: course.id, language: event.locals.lang },
  });
};

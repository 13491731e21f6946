import { getFairness, listCourses } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

/** Only to be read: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, locals, params, parent }) => {
  const { page } = await parent();
  if (page.ranking?.state !== 'done') return { fairness: null, titles: {} };
  const [fairness, { courses }] = await Promise.all([
    call(fetch, getFairness, { params: { roundId: params.round } }),
    call(fetch, listCourses),
  ]);
  return {
    fairness,
    titles: Object.fromEntries(courses.map(({ id, title }) => [id, title[locals.lang]])),
  };
};

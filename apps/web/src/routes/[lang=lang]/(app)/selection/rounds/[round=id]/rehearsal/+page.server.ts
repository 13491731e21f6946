import { redirect } from '@sveltejs/kit';
import { actOnRound, listCourses } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm } from '#lib/problem.ts';
import { refuseAct, refuseMissing } from '#lib/selection/refusals.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** To be read, and a form: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { courses } = await call(fetch, listCourses);
  return { titles: Object.fromEntries(courses.map(({ id, title }) => [id, title[locals.lang]])) };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { why = '' } = typed;
    if (why === '') return refuseMissing('why', typed, 'rehearse', locals.lang);
    try {
      await call(fetch, actOnRound, { params: { roundId: params.round }, body: { act: 'rehearse', why } });
    } catch (caught) {
      return refuseAct(caught, typed, 'rehearse', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}/rehearsal`);
  },
};

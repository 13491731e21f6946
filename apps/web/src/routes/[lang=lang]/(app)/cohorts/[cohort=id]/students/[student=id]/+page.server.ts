import { error, redirect } from '@sveltejs/kit';
import { changeEnrolment, listCohorts, listCohortStudents } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [{ students }, { cohorts }] = await Promise.all([
    call(fetch, listCohortStudents, { params: { cohortId: params.cohort } }),
    call(fetch, listCohorts),
  ]);
  const student = students.find(({ membershipId }) => membershipId === params.student);
  if (!student) error(404, 'Not in this cohort');
  return {
    student,
    others: cohorts
      .filter(({ id }) => id !== params.cohort)
      .map(({ id, name, term }) => ({ id, name, term })),
  };
};

export const actions: Actions = {
  move: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'faculty', 'staff', 'admin');
    const form = await readForm(request);
    if (!form.toCohortId) return refuseFields({ toCohortId: 'missing' }, form, 'move');
    try {
      await call(fetch, changeEnrolment, {
        params: { cohortId: params.cohort, membershipId: params.student },
        body: { toCohortId: form.toCohortId },
      });
    } catch (caught) {
      return refuse(caught, form, 'move');
    }
    redirect(303, `/${locals.lang}/cohorts/${params.cohort}/students?done=moved`);
  },
  leave: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'faculty', 'staff', 'admin');
    const form = await readForm(request);
    try {
      await call(fetch, changeEnrolment, {
        params: { cohortId: params.cohort, membershipId: params.student },
        body: { leave: true },
      });
    } catch (caught) {
      return refuse(caught, form, 'leave');
    }
    redirect(303, `/${locals.lang}/cohorts/${params.cohort}/students?done=left`);
  },
};

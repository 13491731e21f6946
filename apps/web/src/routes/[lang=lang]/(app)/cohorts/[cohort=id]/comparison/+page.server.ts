import { error, redirect } from '@sveltejs/kit';
import { drawComparison, getCohortInsights } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { cohortHref } from '#lib/cohort/address.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, parent }) => {
  const { cohort, course, me } = await parent();
  if (me.role !== 'staff') error(403, 'Programme staff draw the lot');
  const { gain } = await call(fetch, getCohortInsights, {
    params: { cohortId: cohort.id },
    query: { course: course.id },
  });
  return { existing: gain.comparison?.cohortName, isComparison: cohort.comparison !== null };
};

export const actions: Actions = {
  default: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'staff');
    const form = await readForm(request);
    const students = Number(form.students);
    const errors: Record<string, string> = {};
    if (!form.name) errors.name = 'missing';
    if (!Number.isInteger(students) || students < 10) errors.students = 'range';
    if (Object.keys(errors).length > 0) return refuseFields(errors, form);
    let made;
    try {
      made = await call(fetch, drawComparison, {
        params: { cohortId: params.cohort },
        body: { name: form.name ?? '', students },
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, cohortHref(locals.lang, made, 'students'));
  },
};

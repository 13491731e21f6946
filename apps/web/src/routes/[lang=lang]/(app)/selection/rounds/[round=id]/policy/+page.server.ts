import { fail, redirect } from '@sveltejs/kit';
import { listCampuses, listCourses, listRounds, writePolicy } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { Problem, readForm } from '#lib/problem.ts';
import { refuseAct } from '#lib/selection/refusals.ts';
import { requireRole } from '#lib/server/guard.ts';
import { policyFromForm } from './policy-from-form.ts';
import { fieldFaults } from './policy-faults.ts';
import type { Actions, PageServerLoad } from './$types';

/** To be read, and a form: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, parent }) => {
  const { page } = await parent();
  const [{ courses }, { sittings }, { campuses }] = await Promise.all([
    call(fetch, listCourses),
    call(fetch, listRounds),
    call(fetch, listCampuses),
  ]);
  const named = new Set(page.policy?.sittings.map(({ sittingId }) => sittingId));
  return {
    courses: courses.map(({ id, title }) => ({ id, title })),
    // A policy precedes its data: what has begun cannot be chosen.
    sittings: sittings.filter(({ id, state }) => state === 'prepared' || named.has(id)),
    campuses: campuses.map(({ id, name }) => ({ id, name })),
  };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals, params }) => {
    const { institution } = requireRole(locals, 'staff');
    const sent = await request.formData();
    const typed = { ...(await readForm(sent)), sittings: '', courses: '' };
    typed.sittings = sent.getAll('sittings').map(String).join(' ');
    typed.courses = sent.getAll('courses').map(String).join(' ');
    const read = policyFromForm(typed, institution.timeZone);
    if ('faults' in read) return fail(400, { faults: read.faults, values: typed });
    try {
      await call(fetch, writePolicy, { params: { roundId: params.round }, body: read.policy });
    } catch (caught) {
      if (caught instanceof Problem && caught.details.errors?.length)
        return fail(422, { faults: fieldFaults(caught.details.errors, read.policy), values: typed });
      return refuseAct(caught, typed, 'write_policy', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}/policy`);
  },
};

import { renewCohortCode } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import { loadCohort } from '#lib/server/load-cohort.ts';
import { qrCode } from '#lib/server/qr-code.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { cohort, course } = await loadCohort(event);
  const link = cohort.code && `${event.url.origin}/es/join/${cohort.code}`;
  return { cohort, course, link, qr: link ? qrCode(link) : null };
};

export const actions: Actions = {
  renew: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'faculty', 'staff', 'admin');
    const form = await readForm(request);
    try {
      await call(fetch, renewCohortCode, { params: { cohortId: params.cohort } });
    } catch (caught) {
      return refuse(caught, form, 'renew');
    }
  },
};

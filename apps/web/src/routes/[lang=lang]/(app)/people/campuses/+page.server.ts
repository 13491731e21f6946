import { createCampus, listCampuses } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  requireRole(locals, 'admin');
  const { campuses } = await call(fetch, listCampuses);
  return { campuses: campuses.sort((a, b) => a.name.localeCompare(b.name, locals.lang)) };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    requireRole(locals, 'admin');
    const form = await readForm(request);
    const timeZone = form.timeZone?.trim();
    try {
      return {
        added: await call(fetch, createCampus, {
          body: { name: form.name ?? '', ...(timeZone && { timeZone }) },
        }),
      };
    } catch (caught) {
      return refuse(caught, form);
    }
  },
};

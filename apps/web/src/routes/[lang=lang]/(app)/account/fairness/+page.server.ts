import { getOwnFacts, tellOwnFacts } from '@puente/schemas';
import type * as z from 'zod/mini';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

type Facts = z.input<(typeof tellOwnFacts)['body'] & {}>;

export const load: PageServerLoad = async ({ fetch, locals }) => {
  requireRole(locals, 'student');
  return { facts: await call(fetch, getOwnFacts) };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    requireRole(locals, 'student');
    const typed = await readForm(request);
    try {
      await call(fetch, tellOwnFacts, {
        body: {
          sex: (typed.sex || null) as Facts['sex'],
          firstLanguage: (typed.firstLanguage || null) as Facts['firstLanguage'],
        },
      });
    } catch (caught) {
      return refuse(caught, typed);
    }
    return { saved: true as const };
  },
};

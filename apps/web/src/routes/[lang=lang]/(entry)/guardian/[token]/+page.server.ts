import { isHttpError } from '@sveltejs/kit';
import { getGuardianPage, guardianDecides } from '@puente/schemas';
import type * as z from 'zod/mini';
import { call } from '#lib/api.ts';
import { Problem, readForm, refuse, refuseFields } from '#lib/problem.ts';
import type { Actions, PageServerLoad } from './$types';

type Decision = z.input<(typeof guardianDecides)['body'] & {}>;

export const load: PageServerLoad = async ({ fetch, params, setHeaders }) => {
  // The address is the key to it.
  setHeaders({ 'x-robots-tag': 'noindex' });
  try {
    return { asked: await call(fetch, getGuardianPage, { params: { token: params.token } }) };
  } catch (caught) {
    // A link of the wrong shape is no more than a link that has ended.
    if (caught instanceof Problem || isHttpError(caught, 404)) return { asked: null };
    throw caught;
  }
};

export const actions: Actions = {
  default: async ({ fetch, request, params }) => {
    const typed = await readForm(request);
    const needed = ['selection', 'transfer', 'fullName', 'relationship', 'documentNumber'];
    const missing = needed.filter((name) => !typed[name]);
    if (missing.length > 0)
      return refuseFields(Object.fromEntries(missing.map((name) => [name, name])), typed);
    try {
      const { given } = await call(fetch, guardianDecides, {
        params: { token: params.token },
        body: {
          consents: { selection: typed.selection === 'yes', transfer: typed.transfer === 'yes' },
          fullName: typed.fullName ?? '',
          relationship: typed.relationship as Decision['relationship'],
          documentNumber: typed.documentNumber ?? '',
        },
      });
      return { given };
    } catch (caught) {
      // Answered or ended meanwhile: the page says so.
      if (isHttpError(caught, 404)) return;
      return refuse(caught, typed);
    }
  },
};

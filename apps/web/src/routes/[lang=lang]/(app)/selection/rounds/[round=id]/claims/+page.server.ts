import { redirect } from '@sveltejs/kit';
import { answerClaim, listClaims } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm } from '#lib/problem.ts';
import { refuseAct, refuseMissing } from '#lib/selection/refusals.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** To be read, and forms: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params }) => {
  const { claims } = await call(fetch, listClaims, { params: { roundId: params.round } });
  return { claims };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { claim: claimId = '', upheld, why: answer = '' } = typed;
    const form = `claim-${claimId}`;
    if (answer === '') return refuseMissing('why', typed, form, locals.lang);
    if (upheld !== 'yes' && upheld !== 'no') return refuseMissing('invalid', typed, form, locals.lang);
    try {
      await call(fetch, answerClaim, {
        params: { roundId: params.round, claimId },
        body: { upheld: upheld === 'yes', answer },
      });
    } catch (caught) {
      return refuseAct(caught, typed, form, locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}/claims`);
  },
};

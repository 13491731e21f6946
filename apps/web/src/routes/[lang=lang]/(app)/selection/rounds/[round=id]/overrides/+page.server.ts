import { redirect } from '@sveltejs/kit';
import { decideOverride, listOverrides, outcomes, proposeOverride } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm } from '#lib/problem.ts';
import { refuseAct, refuseMissing } from '#lib/selection/refusals.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** To be read, and forms: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { overrides } = await call(fetch, listOverrides, { params: { roundId: params.round } });
  return { overrides, code: url.searchParams.get('code') ?? '' };
};

export const actions: Actions = {
  propose: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const code = (typed.code ?? '').toUpperCase();
    const to = outcomes.find((outcome) => outcome === typed.to);
    const { why = '' } = typed;
    if (why === '') return refuseMissing('why', typed, 'propose', locals.lang);
    if (!to || !/^C-\d{4,6}$/.test(code)) return refuseMissing('invalid', typed, 'propose', locals.lang);
    try {
      await call(fetch, proposeOverride, { params: { roundId: params.round }, body: { code, to, why } });
    } catch (caught) {
      return refuseAct(caught, typed, 'propose', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}/overrides`);
  },
  decide: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { override: overrideId = '', decision, why = '' } = typed;
    const form = `decide-${overrideId}`;
    if (why === '') return refuseMissing('why', typed, form, locals.lang);
    if (decision !== 'approve' && decision !== 'refuse')
      return refuseMissing('invalid', typed, form, locals.lang);
    try {
      await call(fetch, decideOverride, {
        params: { roundId: params.round, overrideId },
        body: { approve: decision === 'approve', why },
      });
    } catch (caught) {
      return refuseAct(caught, typed, form, locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}/overrides`);
  },
};

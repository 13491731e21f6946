import { redirect } from '@sveltejs/kit';
import { actOnRound, enterDraw, plainActs, publishResults } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { instantOfLocal } from '#lib/local-time.ts';
import { readForm } from '#lib/problem.ts';
import { refuseAct, refuseMissing } from '#lib/selection/refusals.ts';
import { readyActs } from '#lib/selection/act-readiness.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** To be read, and forms: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent }) => {
  const { page } = await parent();
  return { ready: readyActs(page) };
};

type PlainAct = (typeof plainActs)[number];
const isPlain = (act: string | undefined): act is PlainAct => plainActs.some((plain) => plain === act);

export const actions: Actions = {
  act: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { form: act = '', why = '' } = typed;
    if (!isPlain(act)) return refuseMissing('invalid', typed, act, locals.lang);
    if (why === '') return refuseMissing('why', typed, act, locals.lang);
    try {
      await call(fetch, actOnRound, { params: { roundId: params.round }, body: { act, why } });
    } catch (caught) {
      return refuseAct(caught, typed, act, locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}`);
  },
  draw: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { numbers = '', why = '' } = typed;
    if (why === '') return refuseMissing('why', typed, 'enter_draw', locals.lang);
    if (numbers === '') return refuseMissing('invalid', typed, 'enter_draw', locals.lang);
    try {
      await call(fetch, enterDraw, { params: { roundId: params.round }, body: { numbers, why } });
    } catch (caught) {
      return refuseAct(caught, typed, 'enter_draw', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}`);
  },
  results: async ({ fetch, request, locals, params }) => {
    const { institution } = requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { at: local = '', why = '' } = typed;
    if (why === '') return refuseMissing('why', typed, 'publish_results', locals.lang);
    const at = local === '' ? new Date().toISOString() : instantOfLocal(local, institution.timeZone);
    if (!at) return refuseMissing('invalid', typed, 'publish_results', locals.lang);
    try {
      await call(fetch, publishResults, { params: { roundId: params.round }, body: { at, why } });
    } catch (caught) {
      return refuseAct(caught, typed, 'publish_results', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}`);
  },
};

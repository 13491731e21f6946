import { error, redirect } from '@sveltejs/kit';
import {
  declareConflict,
  getDossier,
  readDossier,
  rubricCriteria,
  type RubricCriterion,
} from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, type Typed } from '#lib/problem.ts';
import { refuseAct, refuseMissing } from '#lib/selection/refusals.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** To be read, and forms: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params }) => {
  if (!/^C-\d{4,6}$/.test(params.code)) error(404, 'No such dossier');
  const dossier = await call(fetch, getDossier, { params: { roundId: params.round, code: params.code } });
  return { dossier };
};

const scoresOf = (typed: Typed): Record<RubricCriterion, number> | undefined => {
  const entries = rubricCriteria.map((criterion) => [criterion, Number(typed[criterion] ?? 'none')] as const);
  return entries.every(([, score]) => Number.isInteger(score) && score >= 0 && score <= 4)
    ? (Object.fromEntries(entries) as Record<RubricCriterion, number>)
    : undefined;
};

export const actions: Actions = {
  read: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const scores = scoresOf(typed);
    if (!scores) return refuseMissing('invalid', typed, 'read', locals.lang);
    try {
      await call(fetch, readDossier, {
        params: { roundId: params.round, code: params.code },
        body: { scores, note: typed.note || null },
      });
    } catch (caught) {
      return refuseAct(caught, typed, 'read', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}/dossiers/${params.code}`);
  },
  conflict: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { why = '' } = typed;
    if (why === '') return refuseMissing('why', typed, 'conflict', locals.lang);
    try {
      await call(fetch, declareConflict, {
        params: { roundId: params.round, code: params.code },
        body: { why },
      });
    } catch (caught) {
      return refuseAct(caught, typed, 'conflict', locals.lang);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${params.round}/dossiers`);
  },
};

import { redirect } from '@sveltejs/kit';
import { finishAttempt, getAttempt, getOwnSitting, takeOverAttempt } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, setHeaders }) => {
  const me = requireRole(locals, 'student');
  const sitting = await call(fetch, getOwnSitting, {
    params: { sittingId: params.sitting },
    query: { language: params.lang },
  });
  if (!sitting.attemptId) redirect(303, `/${params.lang}/sittings/${params.sitting}`);
  if (sitting.language && sitting.language !== params.lang) {
    redirect(303, `/${sitting.language}/sittings/${params.sitting}/attempt`);
  }
  const attempt = await call(fetch, getAttempt, { params: { attemptId: sitting.attemptId } });
  // The service worker keeps the page for times without signal, as long as there is something to answer.
  if (attempt.items.length > 0) setHeaders({ 'puente-keep': 'yes' });
  return { sitting, attempt, me };
};

export const actions: Actions = {
  finish: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'student');
    const form = await readForm(request);
    try {
      await call(fetch, finishAttempt, { params: { attemptId: form.attempt ?? '' } });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, `/${params.lang}/sittings/${params.sitting}`);
  },
  takeOver: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'student');
    const form = await readForm(request);
    try {
      await call(fetch, takeOverAttempt, {
        params: { attemptId: form.attempt ?? '' },
        body: form.roomCode ? { roomCode: form.roomCode } : {},
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, `/${params.lang}/sittings/${params.sitting}/attempt`);
  },
};

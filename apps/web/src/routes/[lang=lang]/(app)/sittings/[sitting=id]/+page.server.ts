import { redirect } from '@sveltejs/kit';
import {
  getAttempt,
  getOwnSitting,
  getResults,
  getSelfEfficacy,
  getToday,
  listStandings,
  startSitting,
  type Language,
} from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import { afterTexts, beforeTexts } from './texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const query = { language: params.lang };
  const sitting = await call(fetch, getOwnSitting, { params: { sittingId: params.sitting }, query });
  const over = sitting.attemptState === 'finished' || sitting.attemptState === 'expired';
  const measured = sitting.wave === 'opening' || sitting.wave === 'closing';
  const [attempt, results, today, standings, selfEfficacy] = await Promise.all([
    over && sitting.attemptId
      ? call(fetch, getAttempt, { params: { attemptId: sitting.attemptId } })
      : undefined,
    over ? call(fetch, getResults, { query }) : undefined,
    over && sitting.wave === 'opening' ? call(fetch, getToday, { query }) : undefined,
    over && sitting.wave === 'selection' ? call(fetch, listStandings) : undefined,
    over && measured
      ? call(fetch, getSelfEfficacy, { params: { sittingId: params.sitting }, query })
      : undefined,
  ]);
  const module = today?.module ?? undefined;
  const lesson = module?.lessons.find(({ finished }) => !finished);
  return {
    before: over ? undefined : beforeTexts(params.lang, sitting.wave),
    after: over ? afterTexts(params.lang) : undefined,
    sitting,
    attempt,
    result: results?.sittings.find(({ sittingId }) => sittingId === sitting.id),
    lesson: module && lesson && { courseId: module.courseId, moduleId: module.id, ...lesson },
    standings: standings?.standings ?? [],
    unrated: selfEfficacy?.asked ?? false,
    timeZone: me.institution.timeZone,
    passMark: me.institution.passMark,
  };
};

export const actions: Actions = {
  start: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'student');
    const form = await readForm(request);
    const language: Language = form.language === 'en' ? 'en' : 'es';
    try {
      await call(fetch, startSitting, {
        params: { sittingId: params.sitting },
        body: { language, ...(form.roomCode && { roomCode: form.roomCode }) },
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, `/${language}/sittings/${params.sitting}/attempt`);
  },
};

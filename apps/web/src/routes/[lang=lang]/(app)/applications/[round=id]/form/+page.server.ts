import { redirect } from '@sveltejs/kit';
import { apply, getOwnRound, type ApplicationInput } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const { institution } = requireRole(locals, 'student');
  const { round, applicationsOpen, policy, application } = await call(fetch, getOwnRound, {
    params: { roundId: params.round },
  });
  return {
    round,
    applicationsOpen,
    asksEnglish: policy?.eligibility.english ?? null,
    questions: (policy?.dossierQuestions ?? []).map((question) => question[locals.lang]),
    application,
    timeZone: institution.timeZone,
  };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals, params }) => {
    requireRole(locals, 'student');
    const typed = await readForm(request);
    const ticked = (name: string) => typed[name] === 'yes';
    const answers = Object.keys(typed).filter((name) => name.startsWith('dossierAnswers.'));
    try {
      await call(fetch, apply, {
        params: { roundId: params.round },
        body: {
          canTravel: ticked('canTravel'),
          datesFit: ticked('datesFit'),
          under18: ticked('under18'),
          english: (typed.english || null) as ApplicationInput['english'],
          consents: { selection: ticked('selection'), transfer: ticked('transfer') },
          dossierAnswers: answers.map((_, place) => typed[`dossierAnswers.${place}`] ?? ''),
        },
      });
    } catch (caught) {
      return refuse(caught, typed);
    }
    redirect(303, `/${locals.lang}/applications/${params.round}`);
  },
};

import { redirect } from '@sveltejs/kit';
import { getOwnSitting, getSelfEfficacy, rateSelfEfficacy } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  requireRole(locals, 'student');
  const asking = { params: { sittingId: params.sitting }, query: { language: params.lang } };
  const [sitting, selfEfficacy] = await Promise.all([
    call(fetch, getOwnSitting, asking),
    call(fetch, getSelfEfficacy, asking),
  ]);
  if (!selfEfficacy.asked && !selfEfficacy.rated) redirect(303, `/${params.lang}/sittings/${params.sitting}`);
  return { wave: sitting.wave, courseTitle: sitting.courseTitle, ...selfEfficacy };
};

export const actions: Actions = {
  default: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'student');
    const form = await readForm(request);
    const { objectives, looksBack } = await call(fetch, getSelfEfficacy, {
      params: { sittingId: params.sitting },
      query: { language: params.lang },
    });
    const asked = objectives.flatMap(({ id }) => [`now/${id}`, ...(looksBack ? [`then/${id}`] : [])]);
    const missing = asked.filter((name) => !/^[1-5]$/.test(form[name] ?? ''));
    if (missing.length > 0)
      return refuseFields(Object.fromEntries(missing.map((name) => [name, 'missing'])), form);
    try {
      await call(fetch, rateSelfEfficacy, {
        params: { sittingId: params.sitting },
        query: { language: params.lang },
        body: {
          ratings: objectives.map(({ id }) => ({
            objectiveId: id,
            now: Number(form[`now/${id}`]),
            ...(looksBack && { then: Number(form[`then/${id}`]) }),
          })),
        },
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, `/${params.lang}/sittings/${params.sitting}`);
  },
};

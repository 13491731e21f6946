import { redirect } from '@sveltejs/kit';
import { decideTimes, listSetAside, type SetAsideAnswer } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { date, exactTime } from '#lib/format.ts';
import { readForm, refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const { institution } = requireRole(locals, 'faculty', 'staff');
  const { sitting, answers } = await call(fetch, listSetAside, { params: { sittingId: params.sitting } });
  const at = (instant: string | null) =>
    instant &&
    `${date(instant, locals.lang, institution.timeZone)}, ${exactTime(instant, institution.timeZone)}`;
  const shown = answers.map(({ byElapsed, byWallClock, receivedAt, closesAt, ...answer }) => ({
    ...answer,
    byElapsed: at(byElapsed),
    byWallClock: at(byWallClock),
    received: at(receivedAt),
    closes: at(closesAt),
  }));
  const waits = ({ reason, decision }: Pick<SetAsideAnswer, 'reason' | 'decision'>) =>
    reason === 'time_disputed' && decision === null;
  const done = url.searchParams.get('done');
  return {
    cohortName: sitting.cohortName,
    done: done === 'accepted' || done === 'rejected' ? done : undefined,
    // Decided together: one phone's clock is wrong for all that it answered.
    undecided: [...Map.groupBy(shown.filter(waits), ({ membershipId }) => membershipId).values()],
    others: shown.filter((answer) => !waits(answer)),
  };
};

export const actions: Actions = {
  decide: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'faculty', 'staff');
    const sent = await request.formData();
    const form = await readForm(sent);
    const decision = form.decision === 'accepted' ? 'accepted' : 'rejected';
    try {
      await call(fetch, decideTimes, {
        params: { sittingId: params.sitting, membershipId: form.membershipId ?? '' },
        body: { responseIds: sent.getAll('responseId').map(String), decision, why: form.why ?? '' },
      });
    } catch (caught) {
      return refuse(caught, form, form.membershipId);
    }
    redirect(303, `/${locals.lang}/rooms/${params.sitting}/answers?done=${decision}`);
  },
};

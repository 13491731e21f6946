import { redirect } from '@sveltejs/kit';
import { changeSittingState, listCohortSittings } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { dateTime } from '#lib/format.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const changes = ['open', 'closed', 'released'] as const;

export const load: PageServerLoad = async ({ fetch, locals: { lang }, params, parent, url }) => {
  const [{ sittings }, { me, cohort, timeZone }] = await Promise.all([
    call(fetch, listCohortSittings, { params: { cohortId: params.cohort } }),
    parent(),
  ]);
  return {
    mayChangeSelection: me.role === 'staff',
    mayRun: me.role !== 'admin',
    /** Form S selects: faculty see nothing of it. */
    maySeeSelection: me.role !== 'faculty',
    done: (['prepared', ...changes] as const).find((one) => one === url.searchParams.get('done')),
    sittings: sittings.map(({ opensAt, closesAt, releasedAt, courseId, ...sitting }) => ({
      ...sitting,
      course: cohort.courses.find(({ id }) => id === courseId)?.title ?? courseId,
      opens: dateTime(opensAt, lang, timeZone),
      closes: dateTime(closesAt, lang, timeZone),
      released: releasedAt && dateTime(releasedAt, lang, timeZone),
    })),
  };
};

export const actions: Actions = {
  change: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'faculty', 'staff', 'admin');
    const form = await readForm(request);
    const to = changes.find((one) => one === form.to);
    if (!to || !form.sittingId) return refuseFields({ to: 'missing' }, form, 'change');
    try {
      await call(fetch, changeSittingState, {
        params: { sittingId: form.sittingId },
        body: { to, ...(form.why && { why: form.why }) },
      });
    } catch (caught) {
      return refuse(caught, form, 'change');
    }
    redirect(303, `/${locals.lang}/cohorts/${params.cohort}/sittings?done=${to}`);
  },
};

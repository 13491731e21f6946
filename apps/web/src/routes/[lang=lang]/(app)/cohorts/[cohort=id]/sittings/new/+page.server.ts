import { redirect } from '@sveltejs/kit';
import { createSitting, type Wave } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { instantOfLocal, localDay } from '#lib/local-time.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { me, timeZone } = await parent();
  const waves: Wave[] = [
    'opening',
    'closing',
    'delayed',
    ...(me.role === 'staff' ? (['selection'] as const) : []),
  ];
  const tomorrow = localDay(new Date(), timeZone, 1);
  return { waves, proposed: { opensAt: `${tomorrow}T08:00`, closesAt: `${tomorrow}T20:00` } };
};

export const actions: Actions = {
  default: async ({ fetch, locals, params, request }) => {
    const { institution } = requireRole(locals, 'faculty', 'staff', 'admin');
    const form = await readForm(request);
    const opensAt = instantOfLocal(form.opensAt ?? '', institution.timeZone);
    const closesAt = instantOfLocal(form.closesAt ?? '', institution.timeZone);
    const durationMinutes = form.durationMinutes ? Number(form.durationMinutes) : null;
    const errors: Record<string, string> = {};
    if (!opensAt) errors.opensAt = 'missing';
    if (!closesAt || (opensAt && closesAt <= opensAt)) errors.closesAt = 'order';
    if (
      durationMinutes !== null &&
      !(Number.isInteger(durationMinutes) && durationMinutes >= 5 && durationMinutes <= 480)
    ) {
      errors.durationMinutes = 'range';
    }
    if (!opensAt || !closesAt || Object.keys(errors).length > 0) return refuseFields(errors, form);
    try {
      await call(fetch, createSitting, {
        params: { cohortId: params.cohort },
        body: {
          courseId: form.courseId ?? '',
          wave: form.wave as Wave,
          opensAt,
          closesAt,
          durationMinutes,
          lateHours: Number(form.lateHours ?? 24),
          proctored: form.proctored === 'yes',
          ...(form.reuse && { reuse: form.reuse }),
          ...(form.form && { form: form.form }),
        },
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, `/${locals.lang}/cohorts/${params.cohort}/sittings?done=prepared`);
  },
};

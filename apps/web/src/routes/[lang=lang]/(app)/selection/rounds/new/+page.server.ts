import { redirect } from '@sveltejs/kit';
import { createRound, type RoundPage } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { instantOfLocal } from '#lib/local-time.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form: it needs no script. */
export const csr = false;

export const load: PageServerLoad = ({ locals }) => {
  const { institution } = requireRole(locals, 'staff');
  return { timeZone: institution.timeZone };
};

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    const { institution } = requireRole(locals, 'staff');
    const typed = await readForm(request);
    const { name = '', travelFrom, travelTo } = typed;
    const applicationsOpenAt = instantOfLocal(typed.applicationsOpenAt ?? '', institution.timeZone);
    const applicationsCloseAt = instantOfLocal(typed.applicationsCloseAt ?? '', institution.timeZone);
    const errors: Record<string, string> = {};
    if (name === '' || name.length > 120) errors.name = 'length';
    if (!applicationsOpenAt) errors.applicationsOpenAt = 'date';
    if (!applicationsCloseAt) errors.applicationsCloseAt = 'date';
    if (!isDay(travelFrom)) errors.travelFrom = 'date';
    if (!isDay(travelTo)) errors.travelTo = 'date';
    if (Object.keys(errors).length > 0) return refuseFields(errors, typed);

    let made: RoundPage;
    try {
      made = await call(fetch, createRound, {
        body: {
          name,
          applicationsOpenAt: applicationsOpenAt!,
          applicationsCloseAt: applicationsCloseAt!,
          travelFrom: travelFrom!,
          travelTo: travelTo!,
        },
      });
    } catch (caught) {
      return refuse(caught, typed);
    }
    redirect(303, `/${locals.lang}/selection/rounds/${made.round.id}`);
  },
};

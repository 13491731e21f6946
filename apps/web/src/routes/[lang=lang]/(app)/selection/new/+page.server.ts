import { redirect } from '@sveltejs/kit';
import { createSelectionRound, listSelectionRounds, type RoundDetail } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse, refuseFields, type Typed } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { institution } = requireRole(locals, 'staff');
  const { sittings } = await call(fetch, listSelectionRounds);
  return {
    timeZone: institution.timeZone,
    sittings: sittings.map(({ courseTitle, ...sitting }) => ({
      ...sitting,
      course: courseTitle[locals.lang],
    })),
  };
};

const wholeNumber = (typed: string | undefined, least: number): number | undefined => {
  const value = Number(typed);
  return typed && Number.isInteger(value) && value >= least && value <= 1000 ? value : undefined;
};

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    requireRole(locals, 'staff');
    const sent = await request.formData();
    const sittingIds = sent.getAll('sittingIds').map(String);
    const typed: Typed = { ...(await readForm(sent)), sittingIds: sittingIds.join(' ') };
    const { name = '' } = typed;
    const seats = wholeNumber(typed.seats, 1);
    const reserves = wholeNumber(typed.reserves, 0);

    const errors: Record<string, string> = {};
    if (name === '' || name.length > 120) errors.name = 'length';
    if (seats === undefined) errors.seats = 'number';
    if (reserves === undefined) errors.reserves = 'number';
    if (sittingIds.length === 0) errors.sittingIds = 'missing';
    if (seats === undefined || reserves === undefined || Object.keys(errors).length > 0) {
      return refuseFields(errors, typed);
    }

    let made: RoundDetail;
    try {
      made = await call(fetch, createSelectionRound, { body: { name, seats, reserves, sittingIds } });
    } catch (caught) {
      return refuse(caught, typed);
    }
    redirect(303, `/${locals.lang}/selection/${made.round.id}`);
  },
};

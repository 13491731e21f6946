import { chooseReminder, getToday, listOwnRounds, setExam } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const [today, { rounds }] = await Promise.all([
    call(fetch, getToday, { query: { language: params.lang } }),
    call(fetch, listOwnRounds),
  ]);
  // A round that is over and was not one's own is no news.
  const shown = rounds.filter(({ applied, applicationsOpen }) => applied || applicationsOpen);
  return { today, rounds: shown, timeZone: me.institution.timeZone, account: me.membershipId };
};

export const actions: Actions = {
  exam: async ({ fetch, request, locals }) => {
    requireRole(locals, 'student');
    const form = await readForm(request);
    const { courseId = '', on } = form;
    // The form that removes a date carries none.
    if (on === '') return refuseFields({ on: 'missing' }, form, 'exam');
    try {
      await call(fetch, setExam, { params: { courseId }, body: { on: on ?? null } });
    } catch (caught) {
      return refuse(caught, form, 'exam');
    }
    return { form: 'exam', done: true };
  },
  reminder: async ({ fetch, request, locals }) => {
    requireRole(locals, 'student');
    const form = await readForm(request);
    const hour = form.hour === undefined ? null : Number(form.hour);
    try {
      await call(fetch, chooseReminder, { body: { hour } });
    } catch (caught) {
      return refuse(caught, form, 'reminder');
    }
    return { form: 'reminder', done: hour !== null };
  },
};

import { error, redirect } from '@sveltejs/kit';
import { erasePerson, listPeople } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'admin');
  const { people } = await call(fetch, listPeople, { query: { page: 1, personId: params.person } });
  const [person] = people;
  // Who was erased is in no list any more.
  if (!person) error(404, 'No such person', { code: 'not_found' });
  return {
    person: {
      fullName: person.fullName,
      studentCode: person.studentCode,
      email: person.email,
      roles: people.map(({ role }) => role),
      own: people.some(({ membershipId }) => membershipId === me.membershipId),
    },
  };
};

export const actions: Actions = {
  default: async ({ fetch, locals, params, request }) => {
    requireRole(locals, 'admin');
    const form = await readForm(request);
    if (form.confirm !== 'yes') return refuseFields({ confirm: 'missing' }, form);
    try {
      await call(fetch, erasePerson, {
        params: { personId: params.person },
        body: { why: form.why ?? '' },
      });
    } catch (caught) {
      return refuse(caught, form);
    }
    redirect(303, `/${locals.lang}/people?erased`);
  },
};

import { getCohort, issueActivationCodes, listCohorts, listPeople, roles, type Role } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { refuse } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import { nameInList } from '../name-in-list.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who waits on the page of the list that the address names. */
const listWaiting = async (fetch: typeof globalThis.fetch, own: Role, query: URLSearchParams) => {
  if (!query.has('page')) return [];
  const role = roles.find((candidate) => candidate === query.get('role'));
  const search = (query.get('search') ?? '').trim().slice(0, 100);
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const { people } = await call(fetch, listPeople, {
    query: { page, ...(search && { search }), ...(role && { role }) },
  });
  return people
    .filter(({ activated, role: held }) => !activated && (own === 'admin' || held === 'student'))
    .map((person) => ({
      membershipId: person.membershipId,
      name: nameInList(person),
      code: person.studentCode ?? person.email ?? '',
    }));
};

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const { role, institution } = requireRole(locals, 'admin', 'staff');
  const cohortId = url.searchParams.get('cohort');
  const cohort = cohortId ? await call(fetch, getCohort, { params: { cohortId } }) : null;
  const asked = cohort !== null || url.searchParams.has('page');
  const { cohorts } = asked ? { cohorts: [] } : await call(fetch, listCohorts);
  return {
    cohort: cohort && { id: cohort.id, name: cohort.name },
    cohorts: cohorts.map(({ id, name, term }) => ({ id, name, term })),
    asked,
    waiting: cohort ? [] : await listWaiting(fetch, role, url.searchParams),
    timeZone: institution.timeZone,
  };
};

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    requireRole(locals, 'admin', 'staff');
    const form = await request.formData();
    const cohortId = String(form.get('cohortId') ?? '');
    const membershipIds = form.getAll('membershipIds').map(String);
    try {
      return {
        made: await call(fetch, issueActivationCodes, { body: cohortId ? { cohortId } : { membershipIds } }),
      };
    } catch (caught) {
      return refuse(caught, {});
    }
  },
};

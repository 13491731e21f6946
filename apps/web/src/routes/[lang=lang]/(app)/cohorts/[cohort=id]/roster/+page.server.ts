import { importRoster } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import { rosterActions } from '#lib/server/roster-file.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { me } = await parent();
  return { mayCreate: me.role === 'admin' };
};

export const actions: Actions = rosterActions<RequestEvent>(({ fetch, locals, params }, file, dryRun) => {
  requireRole(locals, 'faculty', 'staff', 'admin');
  return call(fetch, importRoster, {
    params: { cohortId: params.cohort },
    query: { dryRun, language: locals.lang },
    body: file,
  });
});

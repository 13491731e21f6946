import { importPeople, listCohorts, type RosterReport } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import { rosterActions } from '#lib/server/roster-file.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  requireRole(locals, 'admin');
  const { cohorts } = await call(fetch, listCohorts);
  return {
    cohorts: cohorts.map(({ id, name, term }) => ({ id, name, term })),
    cohortId: url.searchParams.get('cohort') ?? '',
  };
};

export const actions: Actions = rosterActions<RequestEvent>(
  ({ fetch, locals }, file, dryRun, fields): Promise<RosterReport> => {
    const cohortId = String(fields.get('cohortId') ?? '');
    return call(fetch, importPeople, {
      query: { dryRun, language: locals.lang, ...(cohortId && { cohortId }) },
      body: file,
    });
  },
);

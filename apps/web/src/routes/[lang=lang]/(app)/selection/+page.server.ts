import { listRounds, listSelectionRounds } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { role } = requireRole(locals, 'staff', 'admin');
  const [{ rounds }, demonstration] = await Promise.all([
    call(fetch, listRounds),
    call(fetch, listSelectionRounds),
  ]);
  return {
    mayWrite: role === 'staff',
    rounds: rounds.map(({ id, name, stage, demonstration, applicationsCloseAt }) => ({
      id,
      name,
      stage,
      demonstration,
      applicationsCloseAt,
    })),
    hasSittings: demonstration.sittings.length > 0,
    demonstrations: demonstration.rounds.map(
      ({ id, name, seats, reserves, state, createdAt, resultsPublishedAt }) => ({
        id,
        name,
        seats,
        reserves,
        state,
        createdAt,
        resultsPublishedAt,
      }),
    ),
  };
};

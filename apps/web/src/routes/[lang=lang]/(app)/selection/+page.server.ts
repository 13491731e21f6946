import { listSelectionRounds } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { role } = requireRole(locals, 'staff', 'admin');
  const { rounds, sittings } = await call(fetch, listSelectionRounds);
  return {
    mayWrite: role === 'staff',
    hasSittings: sittings.length > 0,
    rounds: rounds.map(({ id, name, seats, reserves, state, createdAt, resultsPublishedAt }) => ({
      id,
      name,
      seats,
      reserves,
      state,
      createdAt,
      resultsPublishedAt,
    })),
  };
};

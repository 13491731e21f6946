import { getRound } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { LayoutServerLoad } from './$types';

/** Every page of a round says where it stands and what may be done. */
export const load: LayoutServerLoad = async ({ fetch, locals, params }) => {
  const { role, institution } = requireRole(locals, 'staff', 'admin');
  const page = await call(fetch, getRound, { params: { roundId: params.round } });
  return { page, mayDecide: role === 'staff', timeZone: institution.timeZone };
};

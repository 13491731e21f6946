import { getProctorRecord, getRoomCode } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { exactTime } from '#lib/format.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const { institution } = requireRole(locals, 'faculty', 'staff');
  const one = { params: { sittingId: params.sitting } };
  const [{ code, expiresAt }, { sitting, candidates }] = await Promise.all([
    call(fetch, getRoomCode, one),
    call(fetch, getProctorRecord, one),
  ]);
  return {
    code,
    until: exactTime(expiresAt, institution.timeZone),
    cohortName: sitting.cohortName,
    started: candidates.filter(({ attempt }) => attempt).length,
    students: candidates.length,
  };
};

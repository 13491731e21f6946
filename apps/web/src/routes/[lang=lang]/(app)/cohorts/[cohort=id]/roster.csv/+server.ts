import { exportRoster } from '@puente/schemas';
import { callFile } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ fetch, locals, params }) => {
  requireRole(locals, 'faculty', 'staff', 'admin');
  return callFile(fetch, exportRoster, { params: { cohortId: params.cohort } });
};

import { downloadMeritsJson } from '@puente/schemas';
import { callFile } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ fetch, locals, params }) => {
  requireRole(locals, 'staff', 'admin');
  return callFile(fetch, downloadMeritsJson, { params: { roundId: params.round } });
};

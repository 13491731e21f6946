import { downloadLetter } from '@puente/schemas';
import { callFile } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ fetch, locals, params }) => {
  requireRole(locals, 'student');
  return callFile(fetch, downloadLetter, {
    params: { roundId: params.round },
    query: { language: params.lang },
  });
};

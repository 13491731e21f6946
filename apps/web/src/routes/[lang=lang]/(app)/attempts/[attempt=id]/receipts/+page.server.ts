import { getAttempt, listReceipts } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const me = requireRole(locals, 'student');
  const one = { params: { attemptId: params.attempt } };
  const [attempt, { receipts }] = await Promise.all([
    call(fetch, getAttempt, one),
    call(fetch, listReceipts, one),
  ]);
  return { attempt: { ...attempt, items: [], responses: [] }, receipts, timeZone: me.institution.timeZone };
};

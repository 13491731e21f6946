import { isHttpError, redirect } from '@sveltejs/kit';
import { getOwnResult, type OwnResult } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

/** Only to be read: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const { institution } = requireRole(locals, 'student');
  let result: OwnResult;
  try {
    result = await call(fetch, getOwnResult, { params: { roundId: params.round } });
  } catch (caught) {
    // Before its hour, or with no application in the snapshot: the round's page says which.
    if (isHttpError(caught, 404)) redirect(303, `/${locals.lang}/applications/${params.round}`);
    throw caught;
  }
  return { result, institution };
};

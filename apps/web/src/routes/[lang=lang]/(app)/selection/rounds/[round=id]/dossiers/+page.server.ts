import { listDossiers } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

/** Only to be read: it needs no script. */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params }) => {
  const { dossiers } = await call(fetch, listDossiers, { params: { roundId: params.round } });
  return { dossiers };
};
